import { simpleLexicon } from "./shared-parts.js";

/** Dutch: plain patterns. */
export const dutchLexicon = simpleLexicon({
  language: "nl",
  saying:
    "zegt zei zeiden zeggen vertelt vertelde verklaart verklaarde schrijft schreef meent meende vindt vond denkt dacht stelt stelde benadrukt benadrukte " +
    "reageert reageerde antwoordt antwoordde vraagt vroeg waarschuwt waarschuwde belooft beloofde meldt meldde laat liet aldus besluit besloot vervolgt " +
    "vervolgde concludeert concludeerde bevestigt bevestigde erkent erkende verzekert verzekerde twittert twitterde klaagt klaagde roept riep voegt voegde",
  auxiliaries: "is was zijn waren heeft had hebben hadden wordt werd worden zal zou kan kon moet moest wil wilde niet",
  perfects: "gezegd verteld verklaard geschreven",
  verbs:
    "gaat ging komt kwam staat stond ligt lag houdt hield geeft gaf neemt nam doet deed opent opende sluit sloot wint won",
  pronouns: { he: "hij", she: "zij ze", it: "het", who: "die wie", i: "ik", we: "wij we" },
  determiners: "de het een deze dit dat die zijn haar hun enkele veel meerdere twee drie alle geen",
  prepositions:
    "van in op te voor met aan om door bij uit naar over na onder tegen tussen zonder tijdens volgens sinds tot binnen per ondanks",
  conjunctions: "en of maar want dat als toen omdat terwijl waar hoewel dan zodat",
  adverbs:
    "ook nu toen daarna gisteren vandaag morgen echter al nog slechts alleen nooit altijd verder later eerder hier daar tegen",
  common:
    "wat wie hoe waarom wanneer nooit alles anders tegelijk bovendien echter daarom volgens eerst foto hier misschien maar toen en ook ondanks tijdens bij " +
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december",
  namers:
    "boek film lied serie krant programma album voorstelling stuk tentoonstelling campagne leus kop titel genaamd heet",
  courtesies: { he: "meneer", she: "mevrouw" },
  sources: ["volgens"],
});
