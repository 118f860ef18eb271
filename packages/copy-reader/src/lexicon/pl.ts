import { simpleLexicon } from "./shared-parts.js";

/** Polish: plain patterns. */
export const polishLexicon = simpleLexicon({
  language: "pl",
  saying:
    "powiedział powiedziała powiedzieli mówi mówią mówił mówiła oświadczył oświadczyła oświadczyli oświadcza poinformował poinformowała poinformowali informuje " +
    "zaznaczył zaznaczyła zaznacza podkreślił podkreśliła podkreślili podkreśla dodał dodała dodali dodaje wyjaśnił wyjaśniła wyjaśnia tłumaczy tłumaczył tłumaczyła " +
    "uważa uważają ocenił oceniła ocenia stwierdził stwierdziła stwierdza napisał napisała napisali pisze odpowiedział odpowiedziała odpowiada zapytał zapytała pyta " +
    "przyznał przyznała przyznaje ostrzegł ostrzegła ostrzega zapewnił zapewniła zapewnia przypomniał przypomniała przypomina opowiada opowiadał opowiadała " +
    "podsumował podsumowała kontynuował kontynuowała skomentował skomentowała komentuje twierdzi twierdził twierdziła apeluje apelował wskazał wskazała wskazuje",
  auxiliaries: "jest są był była było były będzie będą nie się",
  verbs: "ma mają miał miała może mogą musi stał stała został została",
  pronouns: { he: "on", she: "ona", they: "oni one", it: "to ono", who: "który która", i: "ja", we: "my" },
  determiners: "ten ta to ci te jego jej ich jeden jedna kilka wiele wszyscy dwa dwie trzy",
  prepositions:
    "w we na z ze po do od dla o za nad pod przy przez między bez przed u podczas według wobec oprócz około przeciw wśród",
  conjunctions: "i a ale lub albo że żeby jak kiedy gdy gdzie jeśli bo choć ponieważ oraz także",
  adverbs:
    "także również potem dzisiaj dziś wczoraj jutro już jeszcze tylko wtedy teraz tu tutaj tam później wcześniej jednak też",
  common:
    "kto co dlaczego ile każdy nikt nic wszystko jednak dlatego oprócz tymczasem fot może teraz wreszcie poniedziałek wtorek środa środę czwartek piątek sobota sobotę " +
    "niedziela niedzielę stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  namers:
    "książka książki film filmu filmie piosenka piosenki serial gazeta gazety gazecie magazyn program spektakl powieść firma klub tytułem nazwą",
  courtesies: { he: "pan", she: "pani" },
});
