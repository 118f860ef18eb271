import type { Wording } from "./wording.js";

/** The reading page in French; a no-break space is before colons and semicolons. */
export const french: Wording = {
  skip: "Aller à l’article",
  published: "Publié\u00A0: {moment}",
  updated: "Mis à jour\u00A0: {moment}",
  draft: "Brouillon\u00A0: non publié",
  changes: "Modifications de cet article",
  corrections: {
    CORRECTION: "Correction",
    CLARIFICATION: "Précision",
    UPDATE: "Mise à jour",
    RETRACTION: "Rétractation",
  },
  quoted: "Citations de cet article",
  quote: "Citation {number}",
  quoteInText: "Citation {number} dans le texte",
  unnamed: "Auteur des propos non nommé",
  verdicts: {
    EXACT: "Mot pour mot comme dans la source",
    MARKED_EDIT: "Conforme à la source\u00A0; coupes et ajouts sont signalés",
    ALTERED: "Diffère de la source sans que ce soit signalé",
    NOT_FOUND: "Introuvable dans la source",
    NOT_COMPARABLE: "Traduction, non comparable mot à mot",
    UNSOURCED: "Aucune source enregistrée pour vérifier",
  },
  paraphrase: "Avec les mots de l’article",
  translation: "Traduction",
  share: "{share} des mots concordent avec la source",
  differences: {
    ADDED: "Seulement dans la citation\u00A0: {quoted}",
    REMOVED: "Seulement dans la source\u00A0: {original}",
    CHANGED: "Dans la source\u00A0: {original}\u00A0; dans la citation\u00A0: {quoted}",
  },
  source: "Source\u00A0: {source}",
  sources: "Sources des citations",
  post: "message de {author}",
  postOn: "message de {author} sur {platform}",
  original: "Message d’origine",
  availability: {
    UNKNOWN: "Conservé tel qu’il se lisait le {day}.",
    LIVE: "Conservé tel qu’il se lisait le {day}\u00A0; inchangé depuis.",
    EDITED: "Conservé tel qu’il se lisait le {day}\u00A0; modifié depuis.",
    DELETED: "Conservé tel qu’il se lisait le {day}\u00A0; supprimé depuis.",
  },
  notices: {
    GONE: { title: "Cet article a été retiré", text: "Retiré\u00A0: {moment}" },
    MISSING: {
      title: "Il n’y a pas d’article ici",
      text: "L’adresse est peut-être inexacte, ou l’article n’est plus publié.",
    },
    MOVED: { title: "Cet article a changé d’adresse", text: "Il se trouve désormais à l’adresse {address}." },
  },
};
