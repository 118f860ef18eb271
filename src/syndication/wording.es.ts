import type { Wording } from "./wording.js";

/** The reading page in Spanish. */
export const spanish: Wording = {
  skip: "Ir al artículo",
  published: "Publicado: {moment}",
  updated: "Actualizado: {moment}",
  draft: "Borrador: sin publicar",
  changes: "Cambios en este artículo",
  corrections: {
    CORRECTION: "Corrección",
    CLARIFICATION: "Aclaración",
    UPDATE: "Actualización",
    RETRACTION: "Retractación",
  },
  quoted: "Citas de este artículo",
  quote: "Cita {number}",
  quoteInText: "Cita {number} en el texto",
  unnamed: "Sin nombre de quien habla",
  verdicts: {
    EXACT: "Palabra por palabra como en la fuente",
    MARKED_EDIT: "Como en la fuente; los cortes y añadidos están señalados",
    ALTERED: "Difiere de la fuente sin que se señale",
    NOT_FOUND: "No se encuentra en la fuente",
    NOT_COMPARABLE: "Traducción, no comparable palabra por palabra",
    UNSOURCED: "Sin fuente registrada con que comparar",
  },
  paraphrase: "Con las palabras del artículo",
  translation: "Traducción",
  share: "Coincide con la fuente el {share} de las palabras",
  differences: {
    ADDED: "Solo en la cita: {quoted}",
    REMOVED: "Solo en la fuente: {original}",
    CHANGED: "En la fuente: {original}; en la cita: {quoted}",
  },
  source: "Fuente: {source}",
  sources: "Fuentes de las citas",
  post: "publicación de {author}",
  postOn: "publicación de {author} en {platform}",
  original: "Publicación original",
  availability: {
    UNKNOWN: "Conservada tal como estaba el {day}.",
    LIVE: "Conservada tal como estaba el {day}; allí sigue igual.",
    EDITED: "Conservada tal como estaba el {day}; después fue editada.",
    DELETED: "Conservada tal como estaba el {day}; después fue borrada.",
  },
  notices: {
    GONE: { title: "Este artículo ha sido retirado", text: "Retirado: {moment}" },
    MISSING: {
      title: "Aquí no hay ningún artículo",
      text: "Puede que la dirección no sea correcta o que el artículo ya no esté publicado.",
    },
    MOVED: { title: "Este artículo ha cambiado de dirección", text: "Ahora está en {address}." },
  },
};
