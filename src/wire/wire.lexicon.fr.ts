import { mapped, type WireLexicon, words } from "./wire.lexicon.js";

/** French: enough to tie a quotation to the name beside it. */
export const french: WireLexicon = {
  language: "fr",
  cues: words(
    "dit disait déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté ajoutait estime estimé estimait " +
      "assure assuré annonce annoncé indique indiqué précise précisé souligne souligné rappelle rappelé répond répondu lance lancé " +
      "écrit écrivait confie confié raconte raconté juge jugé regrette regretté dénonce dénoncé insiste insisté promet promis poursuit " +
      "poursuivi conclut conclu martèle martelé plaide plaidé réagit réagi tweete tweeté avertit averti reconnaît reconnu demande demandé qualifie qualifié appelle appelé",
  ),
  participles: words("disant déclarant affirmant expliquant ajoutant estimant assurant précisant soulignant rappelant"),
  bare: words("dire déclarer affirmer expliquer ajouter estimer assurer préciser souligner rappeler"),
  weakCues: words("appelle appelé demande demandé annonce annoncé"),
  nounCues: words(""),
  verbs: words(
    "est sont fut était étaient sera seront fait font va vont vient viennent doit peut veut prend reste semble",
  ),
  passives: words("est sont était étaient été"),
  reported: words(""),
  obliqueArticles: words("du des au aux"),
  inverted: words(
    "dit déclare affirme explique ajoute estime assure annonce indique précise souligne rappelle répond lance écrit confie raconte juge regrette " +
      "dénonce insiste poursuit conclut martèle plaide réagit avertit",
  ),
  perfects: words(
    "dit déclaré affirmé expliqué ajouté estimé assuré annoncé indiqué précisé souligné rappelé répondu lancé écrit confié raconté jugé regretté dénoncé " +
      "insisté promis poursuivi conclu martelé plaidé réagi tweeté averti reconnu",
  ),
  closers: words(""),
  citers: words("cite citait cité"),
  impersonals: words(""),
  postpositions: words(""),
  labelOpeners: words(""),
  sources: [["selon"], ["d'après"], ["pour"]],
  subjectPronouns: new Map([
    ...mapped("il t-il", "he"),
    ...mapped("elle t-elle", "she"),
    ...mapped("ils elles on", "they"),
    ...mapped("qui", "who"),
    ...mapped("je", "i"),
    ...mapped("nous", "we"),
  ]),
  determiners: words("le la les l' un une ce cet cette ces son sa ses leur leurs plusieurs certains deux trois"),
  prepositions: words(
    "de du des à au aux en dans par pour sur avec sans sous chez vers entre depuis pendant après avant contre devant lors dont",
  ),
  conjunctions: words("et mais ou or ni car que qu' quand lorsque si comme où tandis alors"),
  auxiliaries: words("a ont avait avaient aura est sont était étaient ne pas n' s'est"),
  adverbs: words(
    "également aussi encore déjà ensuite puis enfin ainsi toutefois cependant notamment lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui jeudi",
  ),
  titles: words(
    "président présidente ministre premier première chef cheffe directeur directrice secrétaire général générale député députée sénateur sénatrice maire " +
      "porte-parole roi reine pape cardinal évêque docteur professeur avocat avocate procureur juge capitaine entraîneur patron patronne candidat candidate chancelier chancelière",
  ),
  courtesies: new Map([...mapped("m. monsieur", "he"), ...mapped("mme mme. madame mlle", "she")]),
  titleEnds: [],
  common: words(
    "le la les un une des du de en à au aux et mais ou il elle ils elles on ce cet cette ces dans pour par sur avec selon après avant depuis lors si son sa ses leur leurs nous vous je qui que quand comme plus pas " +
      "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  ),
  namers: words(
    "intitulé intitulée titré surnommé surnommée dit film livre roman série émission slogan journal magazine chanson",
  ),
  capitalNouns: false,
};
