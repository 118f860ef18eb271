import { noParticles } from "./particles.js";
import { fullyRead, mapped, type LanguageLexicon, plainGrammar, romanceOrder } from "./language-lexicon.js";
import { words } from "./words.js";

/** Verbs of saying: the present and the past of one, and of several who speak where news has it. */
const forms =
  "dijo dice decía dijeron dicen declaró declara declararon afirmó afirma afirmaba afirmaron aseguró asegura aseguraba aseguraron explicó explica explicaba " +
  "explicaron añadió añade añadieron agregó agrega agregaron señaló señala señalaba señalaron sostuvo sostiene sostuvieron indicó indica indicaron " +
  "manifestó manifiesta manifestaron expresó expresa expresaron apuntó apunta advirtió advierte advirtieron subrayó subraya recordó recuerda respondió " +
  "responde respondieron escribió escribe anunció anuncia anunciaron comentó comenta comentaba precisó precisa insistió insiste reiteró reitera lamentó " +
  "lamenta denunció denuncia denunciaron concluyó concluye criticó critica prometió promete reconoció reconoce destacó destaca consideró considera " +
  "admitió admite opinó opina tuiteó preguntó pregunta relató relata resumió resume zanjó zanja argumentó argumenta detalló detalla defendió defiende " +
  "exclamó exclama confesó confiesa remarcó remarca enfatizó enfatiza puntualizó puntualiza replicó replica reclamó reclama exigió exige ironizó ironiza " +
  "sentenció sentencia aclaró aclara matizó matiza incidió incide celebró celebra aventuró narró narra quejó queja pronunció planteó plantea " +
  "mencionó alertó alerta espetó avisó avisa contestó contesta prosiguió prosigue continuó continúa recalcó recalca refirió aseveró asevera contó";

/** Forms that are also nouns or mean something else: they say something only before their subject. */
const onlyInverted = words(
  "queja sentencia plantea continúa continuó pronunció resume celebró celebra alerta pregunta denuncia critica",
);
const inverted = words(forms);

/** Spanish: enough to tie a quotation to the name beside it, or within the marks. */
export const spanishLexicon: LanguageLexicon = {
  language: "es",
  cues: new Set([
    ...[...inverted].filter((form) => !onlyInverted.has(form)),
    ...words("pidió pide calificó califica llamó llama cuenta pregunta denuncia critica resume celebró"),
    ...words(
      "dicho declarado afirmado asegurado explicado añadido señalado indicado advertido recordado respondido escrito anunciado comentado",
    ),
  ]),
  participles: words("diciendo añadiendo asegurando afirmando señalando explicando"),
  bare: words("decir declarar afirmar asegurar explicar añadir señalar"),
  weakCues: words("llamó llama cuenta pidió pide anunció anuncia celebró pregunta denuncia critica resume"),
  nounCues: words(""),
  verbs: words(
    "es son fue fueron era eran será serán está están estaba estaban hay había hizo hace va van viene tiene tienen debe puede quiere",
  ),
  passives: words("fue fueron es son era eran sido"),
  reported: words(""),
  obliqueArticles: words("del al"),
  inverted,
  perfects: words(
    "dicho declarado afirmado asegurado explicado añadido agregado señalado sostenido indicado manifestado expresado apuntado advertido subrayado recordado " +
      "respondido escrito anunciado comentado precisado insistido reiterado lamentado denunciado concluido criticado reconocido destacado considerado admitido " +
      "opinado relatado resumido argumentado detallado defendido confesado remarcado reclamado exigido aclarado",
  ),
  closers: words(""),
  citers: words("cita citó citaba"),
  impersonals: words(""),
  postpositions: words(""),
  labelOpeners: words(""),
  sources: [["según"], ["de", "acuerdo", "con"], ["en", "palabras", "de"], ["a", "juicio", "de"]],
  subjectPronouns: new Map([
    ...mapped("él", "he"),
    ...mapped("ella", "she"),
    ...mapped("ellos ellas", "they"),
    ...mapped("quien", "who"),
    ...mapped("yo", "i"),
    ...mapped("nosotros", "we"),
  ]),
  determiners: words("el la los las un una unos unas este esta estos estas ese esa su sus varios algunos dos tres"),
  prepositions: words(
    "de del a al en por para según con sin sobre entre desde hasta hacia contra tras ante bajo durante",
  ),
  conjunctions: words("y e o u pero sino que cuando si como donde aunque porque mientras"),
  auxiliaries: words("ha han había habían es son fue no se le les lo"),
  adverbs: words(
    "también además ya aún luego después hoy ayer así entonces asimismo finalmente ahora primero sólo solo mañana nunca siempre lunes martes miércoles jueves viernes sábado domingo",
  ),
  titles: words(
    "presidente presidenta vicepresidente vicepresidenta ministro ministra primer primera jefe jefa director directora secretario secretaria general " +
      "diputado diputada senador senadora alcalde alcaldesa portavoz rey reina papa cardenal obispo doctor doctora profesor profesora abogado abogada fiscal " +
      "juez jueza capitán capitana entrenador entrenadora canciller gobernador gobernadora candidato candidata líder vocero vocera concejal concejala " +
      "consejero consejera delegado delegada comisario comisaria responsable investigador investigadora economista intendente intendenta",
  ),
  courtesies: new Map([...mapped("sr. sr señor don", "he"), ...mapped("sra. sra señora doña", "she")]),
  titleEnds: [],
  common: words(
    "el la los las un una de del al en y o pero que si su sus este esta estos estas por para con según tras desde hasta cuando como también además no se lo más " +
      "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  ),
  namers: words(
    "titulado titulada llamado llamada apodado apodada denominado denominada película libro novela serie programa lema diario revista canción",
  ),
  ...plainGrammar,
  particles: {
    ...noParticles,
    joining: words("y e"),
    subordinates: words("que"),
    daysBack: new Map([
      ["hoy", 0],
      ["ayer", 1],
    ]),
  },
  articles: new Map([...mapped("el un", "he"), ...mapped("la una", "she")]),
  attaching: words("de del"),
  attachingPersons: words("de del"),
  elisions: words(""),
  enclitics: words(""),
  clitics: words("se le les lo"),
  verbEnds: ["ó", "aron", "ieron"],
  ...romanceOrder,
  ...fullyRead,
  perfectEnds: ["ado", "ido"],
  dashes: true,
};
