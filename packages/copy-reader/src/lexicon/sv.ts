import { simpleLexicon } from "./shared-parts.js";

/** Swedish: plain patterns. */
export const swedishLexicon = simpleLexicon({
  language: "sv",
  saying:
    "säger sade sa uppger uppgav berättar berättade förklarar förklarade skriver skrev menar menade anser ansåg tycker tyckte tror trodde påpekar påpekade " +
    "betonar betonade konstaterar konstaterade kommenterar kommenterade svarar svarade frågar frågade undrar undrade hävdar hävdade varnar varnade lovar lovade " +
    "meddelar meddelade tillägger tillade fortsätter fortsatte avslutar avslutade utropar utropade intygar intygade bekräftar bekräftade understryker underströk " +
    "framhåller framhöll medger medgav erkänner erkände ropar ropade hälsar hälsade",
  auxiliaries: "är var har hade blir blev ska skulle kan kunde vill ville måste får fick inte",
  verbs:
    "håller höll ligger låg står stod går gick kommer kom tar tog ger gav gör gjorde finns fanns öppnar öppnade stänger stängde vann förlorade",
  pronouns: { he: "han", she: "hon", they: "de", it: "det", who: "som", i: "jag", we: "vi" },
  determiners:
    "en ett den det de denna denne detta dessa sin sitt sina hans hennes deras några många flera två tre alla ingen inga",
  prepositions:
    "av i på till från för med om vid efter under över mot mellan genom hos utan inom före bland kring enligt åt ur bakom framför trots sedan",
  conjunctions: "och eller men samt att om när där då eftersom medan innan så fast än som",
  adverbs:
    "också även nu då sedan därefter igår idag imorgon dock redan ännu bara aldrig alltid vidare senare tidigare här där",
  common:
    "man vad vem hur varför var aldrig alla allt annars samtidigt dessutom dock därför däremot enligt först foto här idag igår just kanske men när och också " +
    "som tyvärr tack trots under vid måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti september oktober " +
    "november december",
  namers:
    "boken filmen låten serien tidningen programmet albumet föreställningen pjäsen utställningen sången kampanjen parollen rubriken titeln heter",
  courtesies: { he: "herr", she: "fru" },
  sources: ["enligt"],
});
