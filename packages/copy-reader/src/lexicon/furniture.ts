import type { Wordings } from "./wordings.js";

/*
 * The lines that agencies and content systems add around a story. Which language a line is in is not known yet, so the
 * wordings of all languages are tried.
 */

/** The end of a story, or that more follows. */
export const END_MARKS: Wordings = {
  any: String.raw`ends?\/\w{1,4}`,
  en: "end|ends|more|endall|endit|more to (?:come|follow)",
  de: "ende|schluss|folgt|mehr folgt",
  fr: "fin|suite",
  es: "sigue",
  it: "fine",
  pt: "fim|mais",
};

export const ALL_RIGHTS_RESERVED: Wordings = {
  en: "all rights reserved",
  de: "alle rechte vorbehalten",
  fr: "tous droits réservés",
  es: "todos los derechos reservados",
  it: "tutti i diritti riservati",
};

/** What a story was made with, in brackets. */
export const WITH_MATERIAL: Wordings = {
  en: String.raw`with (?:inputs?|reporting|files?|agenc)\b`,
  de: "mit material",
  fr: "avec (?:afp|agences)",
  es: "con información",
};

export const ADVERTISEMENT: Wordings = {
  en: "advertisement|advertising|story continues below(?: advertisement)?|article continues below",
  de: "anzeige",
  fr: "publicité",
  es: "publicidad",
};

/** Before the headline of another story. */
export const READ_ALSO: Wordings = {
  en: "read more|see also|related stories|also read|more on this(?: story)?|don['’]t miss",
  de: "mehr zum thema|lesen sie auch|weiterlesen",
  fr: "lire aussi|à lire aussi",
  es: "lea también|lee también",
  it: "leggi anche",
  pt: "leia também",
  ar: "اقرأ أيضا|اقرأ أيضًا",
  fa: "بیشتر بخوانید",
};

export const RELATED: Wordings = { en: "related|more", de: "mehr" };

/** What a line offers to do with the story. */
export const SHARE: Wordings = {
  en: String.raw`share(?: (?:this|on|via))?(?:\s(?:this|on|via|with|to|by|and|or|your|friends|story|article|post|page|link|facebook|twitter|x|whatsapp|linkedin|e-?mail|telegram|reddit))*`,
};

export const SUBSCRIBE: Wordings = { en: "sign up (?:for|to)|subscribe (?:to|now)" };

/** What one can subscribe to. */
export const SUBSCRIPTION: Wordings = {
  en: "newsletters?|podcasts?|channel|updates|alerts|feed|e-?mails?|inbox|now|today|here",
};

/** The fields of a transmission. */
export const TRANSMISSION_FIELD: Wordings = {
  any: "newsml|nitf",
  en: "slug|keyword|topic|category|priority|urgency|word ?count|byline-?title|date ?written",
};

/** How urgent a story is. */
export const URGENCY: Wordings = {
  en: String.raw`flash|urgent|bulletin|alert|update \d{1,2}|\d(?:st|nd|rd|th) (?:ld|lead)[-\s\w]{0,40}`,
  de: "eilmeldung",
  ar: "عاجل",
};

/** Before the credit of a picture. */
export const PICTURE: Wordings = {
  en: "photos?|images?|picture|photograph|photo credit|credit|video",
  de: "fotos?|bild",
  fr: "crédit photo",
  es: "fotografía",
};

/** Between a picture and who made it. */
export const MADE_BY: Wordings = { en: "by|credit", de: "von", fr: "de|par" };

/** At the end of a story, in brackets before the initials of an editor. */
export const SIGNED_END: Wordings = { de: "schluss|ende", fr: "fin", it: "fine", en: "end" };

/** Who answers questions on a release. */
export const CONTACT: Wordings = {
  en: "contacts?|inquiries|enquiries",
  de: "kontakt|anfragen|ansprechpartner(?:in)?",
  es: "contacto",
  it: "contatti",
};

/** Who the contact is for: before and behind the word. */
export const CONTACT_KIND: Wordings = { en: "media|press|news|public", de: "presse|medien" };
export const CONTACT_FOR: Wordings = { en: "for (?:the )?media|information", fr: "presse", es: "de prensa" };

export const MORE_INFORMATION: Wordings = {
  en: "for (?:more|further|additional) information",
  de: "für (?:weitere|nähere) informationen|rückfragen?",
  fr: "pour plus d['’]informations?",
  es: "para más información",
};

/** What somebody did for a story, in a sign-off. */
export const SIGN_OFF: Wordings = {
  en: "reporting|reported|writing|written|editing|edited|compiled|produced|production|compilation|research|translated|translation|graphics|interview",
  de: "bericht|berichtet|geschrieben|redigiert|redaktion|bearbeitet|mitarbeit|übersetzt",
  fr: "reportage|rédaction|rédigé|rédigée|écrit|édité|éditée|édition|édition française|version française|traduit|traduction|avec la contribution",
  es: "reporte|reportes|reportado|información|escrito|editado|editado en español|edición|redacción|traducido|traducción",
  pt: "reportagem|redação|edição|texto|tradução|traduzido",
  it: "redazione|scritto|tradotto|traduzione|in redazione",
};

/** Before what somebody did. */
export const SIGN_OFF_OPENER: Wordings = {
  en: "additional|further|with|and",
  de: "weitere|zusätzliche",
  es: "reporte adicional|adicional",
};

/** Between two things that somebody did. */
export const SIGN_OFF_JOINT: Wordings = { en: "and", de: "und", fr: "et", es: "y", it: "e" };

/** Between what was done and a language or a place, and between it and a name. */
export const SIGN_OFF_INTO: Wordings = { en: "in|into", de: "auf", fr: "en", pt: "em" };
export const SIGN_OFF_BY: Wordings = { en: "by", de: "von|durch|bei", fr: "par|de|du", es: "por", it: "da|di" };

/** What an agency writes to its clients below the story. */
export const NOT_FOR_PUBLICATION: Wordings = {
  en: "the following information is not (?:intended )?for publication",
  de: String.raw`die folgenden informationen sind nicht zur veröffentlichung (?:bestimmt|vorgesehen)|(?:dpa|apa)-(?:notizblock|kontakte)|(?:#\s?)?notizblock$|redaktionelle hinweise$`,
  fr: "les informations suivantes ne sont pas (?:destinées à la publication|à publier)",
  es: "la siguiente información no es para publicación",
};
