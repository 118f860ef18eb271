import type { Wordings } from "./wordings.js";

/*
 * The lines above a story: embargoes, notes to editors, bylines, days and labels. The wordings of all languages are tried.
 */

export const EMBARGO: Wordings = {
  en: String.raw`embargo(?:ed)?|hold for release|not for (?:release|publication|use|broadcast)\s+(?:before|until)|for release (?:at|after|not before)\b|hold until`,
  de: "sperrfrist|sperrvermerk",
  fr: "sous embargo",
  es: "embargado",
};

/** What a note in brackets says of this version of a story. */
export const VERSION_NOTE: Wordings = {
  en: "recasts?|recasting|adds?|adding|updates?|updating|refiles?|corrects?|repeats?|rewrites?|writes?|changes?|fixes|fixing|edits?|eds?|editors?|releads?|incorporates?|clarifies|removes?|drops|trims|tops|restores|deletes|inserts|embeds|with (?:graphic|picture|photo|video|analysis|quotes)|new throughout|for more",
  de: "aktualisiert|neu|wiederholung|berichtigt|ergänzt|korrigiert",
  fr: "actualise|ajoute|corrige",
  es: "actualiza|añade|amplía",
};

/** Who a note is for. */
export const TO_EDITORS: Wordings = {
  en: "eds|editors|note to editors|notes? to eds|attention editors",
  de: "an die redaktionen|achtung redaktionen|hinweis an die redaktion(?:en)?",
  es: "nota a los editores",
};

/** What a release of a press office calls itself. */
export const PRESS_RELEASE: Wordings = {
  en: "(?:for )?immediate release|press release|news release|media release|media advisory|media alert|press statement|press notice",
  de: "pressemitteilung|pressemeldung|presseinformation|medienmitteilung|medieninformation",
  fr: "communiqué de presse",
  es: "nota de prensa|comunicado de prensa",
  it: "comunicato stampa",
  pt: "comunicado de imprensa|nota de imprensa",
  nl: "persbericht",
  sv: "pressmeddelande",
  da: "pressemeddelelse",
  tr: "basın bülteni",
  ru: "пресс-релиз",
  ar: "بيان صحفي",
};

/** Before the sender of a release. */
export const SENDER: Wordings = {
  en: String.raw`source|issued by|distributed by|on behalf of|(?:(?:media|press)[\s-]?)?contacts?`,
  de: "quelle",
  es: "fuente",
  it: "fonte",
  nl: "bron",
  sv: "källa",
};

/** Keywords that an agency puts before those of the topic, in brackets. */
export const AGENCY_KEYWORD: Wordings = {
  en: "urgent|flash|feature|lead",
  de: "eil|eilmeldung|blitz|vorab|vorabmeldung|vorschau|zusammenfassung|gesamtzusammenfassung|zus|zf|überblick|korrektur|korr|berichtigung|wiederholung|wdh|neu|meldung|kurzfassung|hintergrund|porträt|reportage|analyse|infobox|archiv",
  fr: "alerte|synthèse|papier général",
  es: "avance|urgente|ampliación|resumen|previsión",
};

export const READING_TIME: Wordings = {
  en: "reading time|read time",
  de: "lesezeit",
  fr: "temps de lecture",
  es: "tiempo de lectura",
  it: "tempo di lettura",
};

/** Behind the minutes that a story takes to read. */
export const OF_READING: Wordings = {
  en: "read",
  de: "lesezeit",
  fr: "de lecture",
  es: "de lectura",
  it: "di lettura",
  nl: "leestijd",
};

/** Buttons and links of a page. */
export const PAGE_ACTION: Wordings = {
  any: "facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|bluesky|e-?mail|x",
  en: "save|saved|print|comments?|like|bookmark|gift|copy link|link copied|follow|following",
  de: "kommentare?|teilen|drucken|merken|vorlesen",
  fr: "commentaires?|partager|imprimer",
  es: "comentarios|compartir|imprimir",
  it: "condividi",
};

/** What a page counts. */
export const COUNTED: Wordings = { en: "comments?|shares?|views?", de: "kommentare?", fr: "commentaires?" };

export const LISTEN: Wordings = { en: String.raw`listen(?:\s+to\s+(?:this\s+)?(?:article|story))?` };

/** Before the names of a byline. */
export const BY: Wordings = {
  en: "by|text|author|written by|story by|reported by",
  de: "von|autor|autorin|bericht",
  fr: "par|texte",
  es: "por",
  it: "di|da",
  nl: "door",
  sv: "av",
  da: "af",
  pl: "przez",
  id: "oleh",
  tr: "yazan",
  ru: "автор",
};

/** Those of them that are labels and no part of the byline. */
export const BYLINE_LABEL: Wordings = {
  en: "byline|text|author",
  de: "autor|autorin",
  fr: "texte",
  ru: "автор",
};

/** Before the names in scripts that have no capitals. */
export const BY_WITHOUT_CAPITALS: Wordings = {
  ar: "بقلم|كتب|كتبت|تقرير|إعداد",
  fa: "نوشته|گزارش|گزارشگر|نویسنده",
};

/** What an author is. */
export const JOB: Wordings = {
  en: "writer|editor|reporter|correspondent|columnist|staff|bureau|chief|photographer|contributor|analyst|producer|associated press|news service",
  de: "redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|redaktion",
  fr: "correspondant|envoyée? spéciale?|journaliste",
  es: "corresponsal|redactora?|periodista",
  it: "inviat[oa]",
};

export const HEADLINE_LABEL: Wordings = {
  en: "headline|title",
  de: "titel|überschrift|schlagzeile",
  fr: "titre",
  es: "título",
  it: "titolo",
  ar: "العنوان",
  fa: "تیتر",
};

export const DATELINE_LABEL: Wordings = { en: "dateline", de: "ort", fr: "lieu", es: "lugar" };

/** Before the day of an update. */
export const UPDATED: Wordings = {
  en: "updated|modified|last update",
  de: "aktualisiert|geändert|stand",
  fr: "mis à jour|modifié|mise à jour",
  es: "actualizado|actualización",
  it: "aggiornato",
  pt: "atualizado",
  nl: "bijgewerkt",
  ru: "обновлено",
  tr: "güncelleme",
  ar: "تحديث|آخر تحديث",
  fa: "به‌روزرسانی",
};

/** Before the day of publication. */
export const PUBLISHED: Wordings = {
  en: "published|posted|created|issued|released|release date|(?:for )?immediate release|(?:press|news|media) release|aired|filed|date|dated|publication date",
  de: "pressemitteilung|medienmitteilung|veröffentlicht|erschienen|erstellt|datum",
  fr: "communiqué de presse|publié|publiée|paru",
  es: "comunicado de prensa|fecha|publicado",
  it: "pubblicato|data",
  nl: "geplaatst|gepubliceerd",
  ru: "опубликовано|дата",
  tr: "yayın tarihi",
  ar: "نشر في|نُشر في|تاريخ النشر",
  fa: "تاریخ انتشار|تاریخ|انتشار",
};

/** Before these. */
export const FIRST_OR_LAST: Wordings = { en: "first|last|originally", de: "zuletzt" };

/** Small words around a day and a time. */
export const AROUND_DAY: Wordings = {
  en: "at|on",
  de: "um|am|den|der|vom",
  fr: "à|le",
  es: "de|del|el|a las",
  it: "alle|il|ore",
  nl: "op|om",
  sv: "kl",
  fi: "klo",
  ru: "в",
  ar: "الساعة",
  fa: "ساعت",
};

/** Words for days relative to this one. */
export const NEARBY_DAY: Wordings = {
  en: "just now|yesterday|today",
  de: "heute|gestern",
  fr: "aujourd'hui|hier",
  es: "hoy|ayer",
};

/** Before a span of time that has passed, and its units. */
export const AGO: Wordings = { de: "vor", fr: "il y a", es: "hace" };
export const TIME_UNIT: Wordings = {
  en: "minutes?|mins?|hours?|hrs?|days?|weeks?",
  de: "Minuten?|Stunden?|Tage?n?",
  fr: "heures?|jours?",
  es: "horas?|días?",
};
