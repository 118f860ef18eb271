import { noParticles } from "./particles.js";
import { fullyRead, mapped, type LanguageLexicon, plainGrammar, romanceOrder } from "./language-lexicon.js";
import { words } from "./words.js";

/** Stems of verbs of saying in -er; behind a colon the stem before a mute ending: "rappeler", "rappelle". */
const stems =
  "accus affirm ajout alert analys annonc argument assén:assèn assur attest avanc avou clam comment confess confi confirm considér:considèr constat " +
  "continu critiqu déclar demand dénonc déplor détaill estim évoqu expliqu exprim félicit formul gliss grond indiqu insist interrog ironis " +
  "jug justifi lanc lâch lament martel:martèl murmur nargu not nuanc observ opin pens plaid plaisant précis présent protest " +
  "racont rappel:rappell rapport recommand redout regrett relat relev:relèv remarqu réclam répliqu répét:répèt rétorqu résum révél:révèl " +
  "salu signal soulign souhait soupir suggér:suggèr tempér:tempèr tempêt témoign tonn tranch tweet vant " +
  // Those that come with "s'" or "se".
  "agac alarm amus désol emport enthousiasm étonn exclam inquiét:inquièt insurg interrog offusqu rassur";

interface VerbForms {
  readonly finite: readonly string[];
  readonly perfect: readonly string[];
  readonly participle: string;
  readonly bare: string;
}

function inflect(entry: string): VerbForms {
  const [stem = "", strong = stem] = entry.split(":");
  const soft = stem.replace(/c$/u, "ç").replace(/g$/u, "ge");
  return {
    finite: [`${strong}e`, `${strong}ent`, `${soft}ait`, `${soft}aient`, `${soft}a`, `${stem}èrent`],
    perfect: [`${stem}é`, `${stem}ée`, `${stem}és`, `${stem}ées`],
    participle: `${soft}ant`,
    bare: `${stem}er`,
  };
}

const verbs = stems.split(/\s+/u).map(inflect);
const finite =
  "dit disait disent disaient redit écrit écrivait écrivent écrivit répond répondait répondent répondit poursuit poursuivait poursuivent poursuivit " +
  "conclut concluait concluent promet promettait promettent promit prévient prévenait admet admettait admettent reconnaît reconnait reconnaissait " +
  "reconnaissent réagit réagissait réagissent avertit avertissait avertissent soutient soutenait soutiennent croit veut fait maintient reprend reprenait " +
  "renchérit surenchérit rugit indigne indignait indigna réjouit réjouissait réjouissent défend défendait défendent plaint plaignait plaignent souvient souvenait " +
  "enorgueillit félicite croit sourit conseille conseillait";
const perfect =
  "dit redit écrit répondu poursuivi conclu promis prévenu admis reconnu réagi averti soutenu repris renchéri indigné indignée réjoui réjouie réjouis " +
  "défendu défendue plaint plainte souvenu souvenue conseillé";

/** Forms of saying that are also nouns, adjectives or verbs of something else: they say something only before their subject. */
const onlyInverted = words("juge note croit veut fait présent sourit reprend commence pointe");
const inverted = new Set([...verbs.flatMap((verb) => verb.finite), ...words(finite)]);
const perfects = new Set([...verbs.flatMap((verb) => verb.perfect), ...words(perfect)]);

/** French: its verbs of saying are mostly before their subject, and speakers are often named within the marks. */
export const frenchLexicon: LanguageLexicon = {
  language: "fr",
  cues: new Set([
    ...[...inverted, ...perfects].filter((form) => !onlyInverted.has(form)),
    ...words("qualifie qualifié qualifiait appelle appelé"),
  ]),
  participles: new Set([...verbs.map((verb) => verb.participle), ...words("disant écrivant répondant promettant")]),
  bare: new Set([...verbs.map((verb) => verb.bare), ...words("dire écrire répondre")]),
  weakCues: words(
    "appelle appelé demande demandé annonce annoncé présente présenté salue salué accuse évoque évoqué note noté défend défendu",
  ),
  nounCues: words(""),
  verbs: words(
    "est sont fut était étaient sera seront fait font va vont vient viennent doit peut veut prend reste semble",
  ),
  passives: words("est sont était étaient été"),
  reported: words(""),
  obliqueArticles: words("du des au aux"),
  inverted,
  perfects,
  closers: words(""),
  citers: words("cite citait cité"),
  impersonals: words(""),
  postpositions: words(""),
  labelOpeners: words(""),
  sources: [["selon"], ["d'", "après"], ["pour"], ["de", "l'", "avis", "de"], ["aux", "yeux", "de"]],
  subjectPronouns: new Map([
    ...mapped("il", "he"),
    ...mapped("elle", "she"),
    ...mapped("ils elles", "they"),
    ...mapped("on", "it"),
    ...mapped("qui", "who"),
    ...mapped("je", "i"),
    ...mapped("nous", "we"),
  ]),
  determiners: words("le la les l' un une ce cet cette ces son sa ses leur leurs plusieurs certains deux trois"),
  prepositions: words(
    "de du des d' à au aux en dans par pour selon sur avec sans sous chez vers entre depuis pendant après avant contre devant lors dont",
  ),
  conjunctions: words("et mais ou or ni car que qu' quand lorsque si comme où tandis alors"),
  auxiliaries: words("a ont avait avaient aura est sont était étaient ne pas n' s' se lui y"),
  adverbs: words(
    "également aussi encore déjà ensuite puis enfin ainsi toutefois cependant notamment lundi mardi mercredi jeudi vendredi samedi dimanche hier " +
      "aujourd'hui aujourd’hui d'abord plutôt même récemment sobrement vivement longuement simplement",
  ),
  titles: words(
    "président présidente vice-président vice-présidente ministre premier première chef cheffe directeur directrice secrétaire général générale député " +
      "députée sénateur sénatrice maire adjoint adjointe préfet préfète gouverneur gouverneure commissaire commandant commandante porte-parole roi reine pape " +
      "cardinal évêque docteur professeur professeure avocat avocate procureur procureure juge capitaine entraîneur entraîneuse patron patronne candidat " +
      "candidate chancelier chancelière responsable chercheur chercheuse économiste historien historienne conseiller conseillère délégué déléguée " +
      "fondateur fondatrice coordinateur coordinatrice journaliste syndicaliste",
  ),
  courtesies: new Map([...mapped("m. monsieur", "he"), ...mapped("mme mme. madame mlle", "she")]),
  titleEnds: [],
  common: words(
    "le la les un une des du de en à au aux et mais ou il elle ils elles on ce cet cette ces dans pour par sur avec selon après avant depuis lors si son sa ses leur leurs nous vous je qui que quand comme plus pas " +
      "l' d' qu' s' n' c' j' " +
      "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  ),
  namers: words(
    "intitulé intitulée titré surnommé surnommée dit film livre roman série émission slogan journal magazine chanson",
  ),
  ...plainGrammar,
  particles: {
    ...noParticles,
    joining: words("et"),
    subordinates: words("que qui"),
    daysBack: new Map([
      ["aujourd'hui", 0],
      ["aujourd’hui", 0],
      ["hier", 1],
    ]),
  },
  articles: new Map([...mapped("le un", "he"), ...mapped("la une", "she"), ...mapped("l'", "it")]),
  attaching: words("de du des d'"),
  attachingPersons: words("de du des d'"),
  elisions: words("l' d' qu' s' n' c' j' m' t' lorsqu' puisqu'"),
  enclitics: words("il elle ils elles je nous vous"),
  clitics: words("s' se lui leur y"),
  verbEnds: ["èrent"],
  ...romanceOrder,
  ...fullyRead,
  perfectEnds: ["é", "is", "it", "u"],
  dashes: true,
};
