import { noParticles } from "./particles.js";
import { fullyRead, mapped, type LanguageLexicon, plainGrammar, romanceOrder } from "./language-lexicon.js";
import { words } from "./words.js";

const finite =
  "dice diceva disse dicono dichiara dichiarò afferma affermava affermò spiega spiegava spiegò aggiunge aggiungeva aggiunse sottolinea sottolineava " +
  "sottolineò racconta raccontava raccontò osserva osservò commenta commentò assicura assicurò annuncia annunciò ricorda ricordò precisa precisò prosegue " +
  "proseguì continua conclude concluse risponde rispose replica replicò scrive scrisse sostiene sosteneva sostenne attacca insiste ribadisce avverte " +
  "denuncia ammette chiede chiese confessa sbotta ironizza chiosa rivela lamenta esclama";
const perfects =
  "detto dichiarato affermato spiegato aggiunto sottolineato raccontato osservato commentato assicurato annunciato ricordato precisato proseguito " +
  "concluso risposto replicato scritto sostenuto attaccato insistito ribadito avvertito denunciato ammesso chiesto confessato rivelato lamentato esclamato";

/** Forms that are also nouns or mean something else: they say something only before their subject. */
const onlyInverted = words(
  "continua replica precisa denuncia conclude attacca chiede chiesto scritto concluso attaccato",
);

/** Italian: enough to tie a quotation to the name beside it, or within the marks. */
export const italianLexicon: LanguageLexicon = {
  language: "it",
  cues: new Set([...words(finite), ...words(perfects)].filter((form) => !onlyInverted.has(form))),
  participles: words("dicendo spiegando aggiungendo affermando sottolineando"),
  bare: words("dire dichiarare affermare spiegare aggiungere"),
  weakCues: words("annuncia annunciato"),
  nounCues: words(""),
  verbs: words("è sono era erano sarà saranno fa fanno va vanno viene vengono deve può vuole"),
  passives: words("è sono era erano viene venne stato stata"),
  reported: words(""),
  obliqueArticles: words("del della dei degli delle al alla ai dal dalla"),
  inverted: words(finite),
  perfects: words(perfects),
  closers: words(""),
  citers: words("cita citava citato"),
  impersonals: words(""),
  postpositions: words(""),
  labelOpeners: words(""),
  sources: [["secondo"], ["per"], ["a", "detta", "di"], ["a", "giudizio", "di"]],
  subjectPronouns: new Map([
    ...mapped("lui egli", "he"),
    ...mapped("lei ella", "she"),
    ...mapped("loro essi", "they"),
    ...mapped("io", "i"),
    ...mapped("noi", "we"),
  ]),
  determiners: words("il lo la i gli le l' un uno una un' questo questa suo sua due tre alcuni"),
  prepositions: words(
    "di del dello della dei degli delle dell' a al allo alla ai alle all' da dal dalla dall' in nel nella nell' con su sul sulla per tra fra d' dopo prima",
  ),
  conjunctions: words("e ed o ma che quando se come dove mentre perché"),
  auxiliaries: words("ha hanno aveva avevano è non si gli ci"),
  adverbs: words(
    "anche ancora già poi infine così ieri oggi inoltre invece lunedì martedì mercoledì giovedì venerdì sabato domenica",
  ),
  titles: words(
    "presidente ministro ministra premier capo direttore direttrice segretario segretaria generale deputato deputata senatore senatrice sindaco sindaca " +
      "portavoce re regina papa cardinale vescovo dottore professore professoressa avvocato avvocata procuratore giudice capitano allenatore governatore " +
      "assessore assessora leader candidato candidata questore prefetto",
  ),
  courtesies: new Map([...mapped("signor", "he"), ...mapped("signora", "she")]),
  titleEnds: [],
  common: words(
    "il lo la i gli le un una di del della a al in e o ma che se suo sua per con su da dal secondo dopo quando come anche non si più l' " +
      "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  ),
  namers: words(
    "intitolato intitolata chiamato chiamata film libro romanzo serie programma slogan giornale rivista canzone",
  ),
  ...plainGrammar,
  particles: { ...noParticles, joining: words("e ed") },
  articles: new Map([...mapped("il lo un", "he"), ...mapped("la una", "she"), ...mapped("l'", "it")]),
  attaching: words("di del dello della dei degli delle dell'"),
  attachingPersons: words("di del dello della dei degli delle dell'"),
  elisions: words("l' un' d' c' dell' all' dall' nell' sull' quell'"),
  enclitics: words(""),
  clitics: words("si gli le ci"),
  verbEnds: ["ò", "arono", "irono"],
  ...romanceOrder,
  ...fullyRead,
  perfectEnds: ["ato", "uto", "ito", "tto"],
  dashes: true,
};
