import { simpleLexicon } from "./shared-parts.js";

/** Danish: plain patterns. */
export const danishLexicon = simpleLexicon({
  language: "da",
  saying:
    "siger sagde oplyser oplyste fortæller fortalte forklarer forklarede skriver skrev mener mente tror troede påpeger påpegede understreger understregede " +
    "fastslår fastslog konstaterer konstaterede kommenterer kommenterede svarer svarede spørger spurgte hævder hævdede advarer advarede lover lovede meddeler " +
    "meddelte tilføjer tilføjede fortsætter fortsatte slutter sluttede udtaler udtalte lyder lød vurderer vurderede erkender erkendte bekræfter bekræftede råbte",
  auxiliaries: "er var har havde bliver blev skal skulle kan kunne vil ville må måtte får fik ikke",
  verbs:
    "holder holdt ligger lå står stod går gik kommer kom tager tog giver gav gør gjorde findes åbner åbnede lukker lukkede vandt tabte",
  pronouns: { he: "han", she: "hun", they: "de", it: "det", who: "som der", i: "jeg", we: "vi" },
  determiners: "en et den det de denne dette disse sin sit sine hans hendes deres nogle mange flere to tre alle ingen",
  prepositions:
    "af i på til fra for med om ved efter under over mod mellem gennem hos uden inden før blandt omkring ifølge ad bag foran trods siden",
  conjunctions: "og eller men samt at hvis når hvor da fordi mens inden så end",
  adverbs:
    "også nu da siden derefter derpå i går dag dog allerede endnu bare kun aldrig altid videre senere tidligere her der",
  common:
    "man hvad hvem hvordan hvorfor hvor aldrig alle alt ellers samtidig desuden dog derfor derimod ifølge først foto her måske men når og også som trods under " +
    "ved mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september oktober november december",
  namers:
    "bogen filmen sangen serien avisen programmet albummet forestillingen stykket udstillingen kampagnen parolen overskriften titlen hedder",
  courtesies: { he: "hr.", she: "fru" },
  sources: ["ifølge"],
});
