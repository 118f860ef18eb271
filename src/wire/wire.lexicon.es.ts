import { mapped, type WireLexicon, words } from "./wire.lexicon.js";

/** Spanish: enough to tie a quotation to the name beside it. */
export const spanish: WireLexicon = {
  language: "es",
  cues: words(
    "dijo dice decía declaró declara afirmó afirma aseguró asegura explicó explica añadió añade agregó agrega señaló señala sostuvo sostiene indicó " +
      "indica manifestó manifiesta expresó expresa apuntó apunta advirtió advierte subrayó subraya recordó recuerda respondió responde escribió escribe " +
      "anunció anuncia comentó comenta precisó precisa insistió insiste reiteró reitera lamentó lamenta denunció denuncia concluyó concluye criticó critica " +
      "pidió pide prometió promete reconoció reconoce destacó destaca consideró considera admitió admite opinó opina tuiteó calificó califica llamó llama contó cuenta preguntó pregunta",
  ),
  participles: words("diciendo añadiendo asegurando afirmando señalando explicando"),
  bare: words("decir declarar afirmar asegurar explicar añadir señalar"),
  weakCues: words("llamó llama cuenta pidió pide anunció anuncia"),
  nounCues: words(""),
  verbs: words("es son fue fueron era eran será serán hizo hace va van viene tiene tienen debe puede quiere"),
  passives: words("fue fueron es son era eran sido"),
  reported: words(""),
  obliqueArticles: words("del al"),
  inverted: words(
    "dijo dice declaró declara afirmó afirma aseguró asegura explicó explica añadió añade agregó agrega señaló señala sostuvo sostiene indicó indica manifestó expresó apuntó apunta " +
      "advirtió advierte subrayó recordó respondió escribió anunció comentó precisó insistió reiteró lamentó denunció concluyó criticó destacó consideró admitió opinó contó preguntó según",
  ),
  perfects: words(""),
  closers: words(""),
  citers: words("cita citó citaba"),
  impersonals: words(""),
  postpositions: words(""),
  labelOpeners: words(""),
  sources: [["según"], ["de", "acuerdo", "con"], ["en", "palabras", "de"]],
  subjectPronouns: new Map([
    ...mapped("él", "he"),
    ...mapped("ella", "she"),
    ...mapped("ellos ellas", "they"),
    ...mapped("quien", "who"),
    ...mapped("yo", "i"),
    ...mapped("nosotros", "we"),
  ]),
  determiners: words("el la los las un una unos unas este esta estos estas ese esa su sus varios algunos dos tres"),
  prepositions: words("de del a al en por para con sin sobre entre desde hasta hacia contra tras ante bajo durante"),
  conjunctions: words("y e o u pero sino que cuando si como donde aunque porque mientras"),
  auxiliaries: words("ha han había habían es son fue no se le les lo"),
  adverbs: words(
    "también además ya aún luego después hoy ayer así entonces lunes martes miércoles jueves viernes sábado domingo",
  ),
  titles: words(
    "presidente presidenta ministro ministra primer primera jefe jefa director directora secretario secretaria general diputado diputada senador senadora alcalde alcaldesa portavoz " +
      "rey reina papa cardenal obispo doctor profesor profesora abogado abogada fiscal juez jueza capitán entrenador canciller gobernador gobernadora candidato candidata líder vocero vocera",
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
  capitalNouns: false,
};
