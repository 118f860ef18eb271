import type { Wordings } from "./wordings.js";

/* The words of mail programs in each language. */

/** The line of hyphens over a forwarded letter. */
export const FORWARDED_MESSAGE: Wordings = {
  en: "forwarded message|original message",
  de: "weitergeleitete nachricht|ursprüngliche nachricht",
  fr: "message transféré|message d['’]origine",
  es: "mensaje reenviado|mensaje original",
  it: "messaggio inoltrato",
  pt: "mensagem encaminhada",
  nl: "doorgestuurd bericht",
};

/** The same without hyphens. */
export const BEGIN_FORWARDED: Wordings = {
  en: "begin forwarded message",
  de: "anfang der weitergeleiteten nachricht",
  fr: "début du message réexpédié",
  es: "inicio del mensaje reenviado",
};

export const FROM: Wordings = { en: "from", de: "von", fr: "de", it: "da", nl: "van" };

export const SUBJECT: Wordings = {
  en: "subject",
  de: "betreff",
  fr: "objet",
  es: "asunto",
  it: "oggetto",
  pt: "assunto",
  nl: "onderwerp",
};

export const SENT: Wordings = {
  en: "date|sent",
  de: "datum|gesendet",
  fr: "envoyé",
  es: "fecha|enviado",
  it: "data|inviato",
  nl: "verzonden",
};

/** What mail programs put before the subject of an answer or a forwarded letter. */
export const REPLY_PREFIX: Wordings = {
  en: "re|fwd?",
  de: "aw|wg",
  fr: "tr",
  es: "rv",
  sv: "sv|vs",
  nl: "antw",
  pl: "odp",
  pt: "enc|res",
  it: "rif",
};

/** What press offices put before a subject. */
export const RELEASE_PREFIX: Wordings = {
  en: "(?:press|media|news) (?:release|statement|advisory|alert)|for immediate release|pr",
  de: "pressemitteilung|presseinformation|medienmitteilung|pm",
  fr: "communiqué de presse",
  es: "comunicado de prensa|nota de prensa",
  it: "comunicato stampa",
  nl: "persbericht",
};
