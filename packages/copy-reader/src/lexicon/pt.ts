import { noParticles } from "./particles.js";
import { fullyRead, mapped, type LanguageLexicon, plainGrammar, romanceOrder } from "./language-lexicon.js";
import { words } from "./words.js";

const inverted =
  "disse diz dizia disseram dizem declarou declara afirmou afirma afirmava afirmaram explicou explica acrescentou acrescenta ressaltou ressalta " +
  "destacou destaca contou conta garantiu garante sublinhou sublinha lembrou lembra recordou recorda comentou comenta respondeu responde escreveu " +
  "escreve anunciou anuncia avisou avisa alertou alerta concluiu conclui criticou critica lamentou lamenta reconheceu reconhece admitiu admite " +
  "defendeu defende sustentou sustenta indicou indica observou observa relatou relata questionou questiona perguntou pergunta referiu refere frisou " +
  "frisa salientou salienta prosseguiu prossegue completou completa avaliou avalia opinou opina reiterou reitera insistiu insiste prometeu promete " +
  "ironizou desabafou exclamou queixou justificou justifica apontou aponta revelou revela confessou argumentou argumenta complementou complementa";

/** Forms that are also nouns or mean something else: they say something only before their subject. */
const onlyInverted = words("conta alerta critica pergunta garante completa completou aponta queixou");

/** Portuguese: enough to tie a quotation to the name beside it, or within the marks. */
export const portugueseLexicon: LanguageLexicon = {
  language: "pt",
  cues: new Set([...words(inverted)].filter((form) => !onlyInverted.has(form))),
  participles: words("dizendo afirmando acrescentando explicando"),
  bare: words("dizer declarar afirmar explicar acrescentar"),
  weakCues: words("anunciou anuncia"),
  nounCues: words(""),
  verbs: words("é são está estão estava há foi foram era eram será serão faz fez vai vão vem tem têm deve pode quer"),
  passives: words("é são foi foram era eram sido"),
  reported: words(""),
  obliqueArticles: words("do da dos das ao aos"),
  inverted: words(inverted),
  perfects: words("dito declarado afirmado explicado acrescentado respondido escrito"),
  closers: words(""),
  citers: words("cita citou citava"),
  impersonals: words(""),
  postpositions: words(""),
  labelOpeners: words(""),
  sources: [["segundo"], ["conforme"], ["de", "acordo", "com"], ["nas", "palavras", "de"]],
  subjectPronouns: new Map([
    ...mapped("ele", "he"),
    ...mapped("ela", "she"),
    ...mapped("eles elas", "they"),
    ...mapped("quem", "who"),
    ...mapped("eu", "i"),
    ...mapped("nós", "we"),
  ]),
  determiners: words("o a os as um uma uns umas este esta esse essa seu sua dois três vários alguns"),
  prepositions: words(
    "de do da dos das ao à aos às em no na nos nas por pelo pela para com sem sobre entre desde até contra após sob durante segundo conforme",
  ),
  conjunctions: words("e ou mas que quando se como onde embora porque enquanto"),
  auxiliaries: words("tem têm tinha tinham havia foi não se lhe lhes"),
  adverbs: words(
    "também ainda já depois hoje ontem assim então segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
  ),
  titles: words(
    "presidente presidenta ministro ministra primeiro-ministro primeira-ministra chefe diretor diretora director directora secretário secretária geral " +
      "deputado deputada senador senadora prefeito prefeita vereador vereadora porta-voz rei rainha papa cardeal bispo doutor doutora professor professora " +
      "advogado advogada procurador procuradora juiz juíza capitão treinador treinadora chanceler governador governadora candidato candidata líder delegado delegada",
  ),
  courtesies: new Map([...mapped("sr. sr senhor dom", "he"), ...mapped("sra. sra senhora dona", "she")]),
  titleEnds: [],
  common: words(
    "o a os as um uma de do da em no na e ou mas que se seu sua por para com segundo após quando como também não mais " +
      "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  ),
  namers: words(
    "intitulado intitulada chamado chamada apelidado filme livro romance série programa lema jornal revista canção música",
  ),
  ...plainGrammar,
  particles: { ...noParticles, joining: words("e"), subordinates: words("que") },
  articles: new Map([...mapped("o um", "he"), ...mapped("a uma", "she")]),
  attaching: words("de do da dos das"),
  attachingPersons: words("de do da dos das"),
  elisions: words(""),
  enclitics: words("se lhe lhes ele ela eles elas"),
  clitics: words("se lhe lhes"),
  verbEnds: ["ou", "aram", "iram"],
  ...romanceOrder,
  ...fullyRead,
  perfectEnds: ["ado", "ido"],
  dashes: true,
};
