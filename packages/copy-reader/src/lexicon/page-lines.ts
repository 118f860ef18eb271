import type { Wordings } from "./wordings.js";

/*
 * The lines that pages have between and below the paragraphs of a story. The wordings of all languages are tried.
 */

/** What announces a link to another story. */
export const ANNOUNCEMENT: Wordings = {
  en: String.raw`read (?:more|also|next|on)|also read|see also|also see|related(?: (?:articles?|stor(?:y|ies)|posts?|links?|content|topics?|coverage|news|reading|videos?))?\W*$|related\s*:|more (?:on|from|about) |more\s*:|more stories|you (?:may|might) (?:also )?(?:like|enjoy|be interested)|recommended(?: (?:for you|stories|reading))?\W*$|don.t miss|keep reading|further reading|watch\s*:|read the full`,
  de: String.raw`lesen sie (?:auch|hier|dazu|mehr|weiter)|lest (?:auch|hier|dazu|mehr)|lies auch|auch (?:interessant|lesenswert)|das (?:könnte|dürfte)\b.{0,20}\binteressieren|das thema könnte|interessiert (?:sie|dich) (?:auch|vielleicht)|mehr (?:zum thema|dazu|zu diesem|lesen|aus|von|infos?)|mehr über|weiterlesen|weiterführende|weitere (?:aktuelle )?(?:artikel|beiträge|informationen|infos|themen|nachrichten|meldungen)|(?:schon|bereits) gelesen|passend (?:dazu|zum thema)|siehe auch|zum thema|zum weiterlesen|mehr themen|themen (?:im|zum|in diesem) (?:artikel|beitrag)|ähnliche (?:artikel|beiträge|themen)|verwandte (?:artikel|beiträge|themen)|beliebte (?:artikel|beiträge)|empfohlene (?:artikel|beiträge)`,
  fr: "(?:à )?lire (?:aussi|également|la suite)|à lire|voir aussi|sur le même (?:sujet|thème)|articles? liés?",
  es: String.raw`le[ae] (?:también|más)|te puede interesar|le puede interesar|(?:le|te) recomendamos|(?:vea|mira|lee|entérate|descubre)(?: también| además| más)?\s*:|puedes ver|vea también|mira también|más sobre|noticias? relacionadas?|relacionad[oa]s?\W*$|ver también`,
  it: "leggi anche|potrebbe interessarti",
  pt: "leia (?:também|mais)|veja também|saiba mais",
  nl: "lees (?:ook|meer)|zie ook",
  da: "læs også",
  no: "les også",
  sv: "läs (?:också|mer)",
  fi: "lue (?:myös|lisää)",
  pl: "czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również|więcej)|przeczytaj (?:też|także|również)",
};

/** A line that says that an advertisement follows. */
export const AD_LABEL: Wordings = {
  en: "advertisement|advertising|sponsored(?: content)?",
  de: "anzeige|werbung",
  fr: "publicité|annonce",
  es: "publicidad|anuncio",
  it: "pubblicità",
  pl: "reklama",
  da: "reklame",
  fi: "mainos",
  nl: "advertentie",
};

export const RIGHTS: Wordings = {
  en: "all rights reserved",
  de: "alle rechte vorbehalten",
  fr: "tous droits réservés",
  es: "todos los derechos reservados",
  pl: "wszelkie prawa zastrzeżone",
};

/** Before the credit of a picture. */
export const PICTURE_CREDIT: Wordings = {
  en: "photos?|pictures?|images?|photo credits?|image credits?|credits?|source",
  de: "(?:titel|archiv|symbol|beitrags|vorschau|header)?(?:foto|bild|fotos|bilder)(?:s|credits?|nachweis|quellen?|rechte)?|quelle",
  fr: "crédits?(?: photos?)?",
  es: "fotografías?|imagen",
  pl: "zdjęcie|fot|źródło",
};

/** The same at the end of a line. */
export const CREDIT_AT_END: Wordings = { en: "photo|credit|image", de: "foto|bild", es: "imagen", pl: "fot" };

/** Before the day on which a page was published or changed. */
export const DATED: Wordings = {
  en: "last (?:updated|modified)|(?:first )?(?:updated|published|posted)",
  de: "(?:zuletzt )?(?:aktualisiert|publiziert|veröffentlicht|erstellt|geändert)|stand|letzte aktualisierung",
  fr: "publié|mis à jour",
  es: "publicado|actualizado",
  pl: "opublikowano|aktualizacja",
};

/** In the place of content that a page shows on request only. */
export const CONSENT: Wordings = {
  de: "klicken sie auf den (?:unteren )?button|um (?:den|diesen) inhalt .{0,60}(?:zu laden|anzuzeigen)|inhalt (?:laden|entsperren)|mit dem laden (?:des|der) .{0,80}akzeptieren|datenschutzerklärung von",
};

export const EXTERNAL_CONTENT: Wordings = {
  de: String.raw`empfohlener (?:redaktioneller |externer )?inhalt|externer (?:redaktioneller )?inhalt|an dieser stelle (?:finden|findest|befindet|steht).{0,200}|ich bin damit einverstanden, dass mir externe inhalte.{0,300}|dieser (?:artikel|beitrag) enthält (?:affiliate|werbe).{0,200}|.{0,30}enthält (?:affiliate|werbe)[\-\s]?links.{0,80}`,
};

/** What calls readers to subscribe or to follow, and what they would get or where. */
export const CALL: Wordings = {
  en: String.raw`follow (?:us|me|\w+ on)|sign up|subscribe|get (?:our|the) .{0,40}newsletter|like us|join us|click here to (?:subscribe|sign)|newsletter\b`,
  de: String.raw`zum|jetzt (?:zum|den|für den|unseren)|abonnieren sie|abonniere|melden sie sich|melde dich|hier (?:zum|geht.?s zum|können sie)|(?:kostenlos|jetzt) (?:anmelden|abonnieren|registrieren)|unser(?:en)? newsletter|folgen sie|folge(?:n|t)? (?:sie )?uns`,
  fr: "inscrivez-vous|abonnez-vous",
  es: "suscríbe(?:te|ase)|síguenos",
  it: "seguici|iscriviti",
  pt: "siga|assine|inscreva-se",
};
export const CALLED_FOR: Wordings = {
  any: "newsletter|twitter|facebook|instagram|whatsapp|telegram|linkedin|youtube|e-?mail",
  en: "inbox|here|now|updates?",
  de: "anmelden|abonnieren|registrieren",
};

export const LOADING: Wordings = {
  en: "loading|like loading",
  de: "wird geladen|gefällt mir",
  fr: "chargement",
  es: "cargando",
};

/** Buttons and links of a page. */
export const PAGE_BUTTON: Wordings = {
  any: "e-mail|facebook|twitter|whatsapp|linkedin|pinterest|xing|telegram|flipboard|pocket|reddit|tweet|menu",
  en: String.raw`share|print|comments?|leave a (?:comment|reply)|(?:no |\d+ )?comments?|pin it|share (?:this|on|via)\b.{0,30}|jump to recipe.{0,30}|print recipe|back to top|home|search|table of contents|close|cancel`,
  de: String.raw`teilen|drucken|merken|kommentieren|kommentare?|schreibe einen kommentar|(?:no |\d+ )?kommentare?|twittern|mailen|artikel (?:teilen|drucken|anhören|vorlesen)|(?:diesen )?(?:artikel|beitrag) teilen|teilen (?:sie|mit|auf|per)\b.{0,40}|zurück|weiter|nach oben|startseite|menü|suche|inhaltsverzeichnis|inhalt|schließen|abbrechen`,
  fr: "partager|imprimer",
  es: "compartir|imprimir",
};

/** Buttons of which several may be in one line. */
export const SHARE_BUTTON: Wordings = {
  any: "tweet|pin|mail|e-?mail|facebook|twitter|x|whatsapp|linkedin|xing|pinterest|telegram",
  en: "share|print",
  de: "teilen|drucken",
};

/** Before the topics of a story. */
export const TOPICS: Wordings = {
  en: "tags?|topics?|keywords|categories|category|filed under",
  de: "themen|schlag(?:worte|wörter)|stichworte|kategorien?|abgelegt unter",
  fr: "mots-clés",
  es: "etiquetas|temas",
  pt: "tópicos",
  pl: "tagi",
};

export const PRIVACY_OR_APP: Wordings = {
  en: "for the latest .{0,80}download",
  de: "wir respektieren (?:deine|ihre) privatsphäre",
};

/** How long a story takes to read: the minutes, what follows them, and what is before them. */
export const MINUTES: Wordings = { any: String.raw`min(?:uten?|utes?|\.)?|minute` };
export const READ: Wordings = { en: "read(?:ing time)?", de: "lesezeit", fr: "de lecture", es: "de lectura" };
export const TIME_TO_READ: Wordings = { en: "reading time|read time", de: "lesezeit|lesedauer" };

/** A heading behind which nothing belongs to the story. */
export const AFTER_STORY: Wordings = {
  en: String.raw`comments?|leave a (?:comment|reply)|(?:no|one|\d+) (?:responses?|comments?|replies|thoughts?)\b.{0,80}|about (?:the authors?|us)|related (?:articles|stories|posts)`,
  de: String.raw`kommentare?|leserkommentare|schreiben? (?:sie )?(?:einen|ihren|deinen) kommentar|diskussion|\d+ (?:antworten|gedanken)\b.{0,80}|über (?:den autor|die autorin|die autoren|uns)|ähnliche (?:artikel|beiträge)|weitere (?:aktuelle )?(?:artikel|beiträge|meldungen|nachrichten|themen)|das könnte (?:sie|dich|euch) auch interessieren|mehr zum thema|verwandte (?:artikel|beiträge|themen)`,
  fr: "commentaires?",
  es: "comentarios?",
};
