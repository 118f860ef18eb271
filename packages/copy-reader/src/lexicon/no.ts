import { simpleLexicon } from "./shared-parts.js";

/** Norwegian: plain patterns. */
export const norwegianLexicon = simpleLexicon({
  language: "no",
  saying:
    "sier sa opplyser opplyste forteller fortalte forklarer forklarte skriver skrev mener mente tror trodde påpeker påpekte understreker understreket " +
    "fastslår fastslo konstaterer konstaterte kommenterer kommenterte svarer svarte spør spurte hevder hevdet advarer advarte lover lovet melder meldte " +
    "tilføyer tilføyde legger fortsetter fortsatte avslutter avsluttet uttaler uttalte lyder lød vurderer vurderte erkjenner erkjente bekrefter bekreftet ropte",
  auxiliaries: "er var har hadde blir ble skal skulle kan kunne vil ville må måtte får fikk ikke",
  verbs:
    "holder holdt ligger lå står stod sto går gikk kommer kom tar tok gir ga gjør gjorde finnes åpner åpnet stenger stengte vant tapte",
  pronouns: { he: "han", she: "hun", they: "de", it: "det", who: "som", i: "jeg eg", we: "vi me" },
  determiners:
    "en et ei den det de denne dette disse sin sitt sine hans hennes deres noen mange flere to tre alle ingen",
  prepositions:
    "av i på til fra for med om ved etter under over mot mellom gjennom hos uten innen før blant rundt ifølge ad bak foran tross siden",
  conjunctions: "og eller men samt at hvis når hvor da fordi mens innen så enn",
  adverbs: "også nå da siden deretter går dag dog allerede ennå bare kun aldri alltid videre senere tidligere her der",
  common:
    "man hva hvem hvordan hvorfor hvor aldri alle alt ellers samtidig dessuten likevel derfor derimot ifølge først foto her kanskje men når og også som tross " +
    "under ved mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september oktober november desember",
  namers:
    "boken filmen sangen serien avisen programmet albumet forestillingen stykket utstillingen kampanjen parolen overskriften tittelen heter",
  sources: ["ifølge"],
});
