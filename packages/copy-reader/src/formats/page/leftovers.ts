import type { LeftOut, PlacedBlock } from "./blocks.js";
import { fold } from "../fold-text.js";

/** What announces a link to another story. */
const ANNOUNCED =
  /^\W*(?:lesen sie (?:auch|hier|dazu|mehr|weiter)|lest (?:auch|hier|dazu|mehr)|lies auch|auch (?:interessant|lesenswert)|das (?:könnte|dürfte)\b.{0,20}\binteressieren|das thema könnte|interessiert (?:sie|dich) (?:auch|vielleicht)|mehr (?:zum thema|dazu|zu diesem|lesen|aus|von|infos?)|mehr über|weiterlesen|weiterführende|weitere (?:aktuelle )?(?:artikel|beiträge|informationen|infos|themen|nachrichten|meldungen)|(?:schon|bereits) gelesen|passend (?:dazu|zum thema)|siehe auch|zum thema|zum weiterlesen|mehr themen|themen (?:im|zum|in diesem) (?:artikel|beitrag)|ähnliche (?:artikel|beiträge|themen)|verwandte (?:artikel|beiträge|themen)|beliebte (?:artikel|beiträge)|empfohlene (?:artikel|beiträge)|read (?:more|also|next|on)|also read|see also|also see|related(?: (?:articles?|stor(?:y|ies)|posts?|links?|content|topics?|coverage|news|reading|videos?))?\W*$|related\s*:|more (?:on|from|about) |more\s*:|more stories|you (?:may|might) (?:also )?(?:like|enjoy|be interested)|recommended(?: (?:for you|stories|reading))?\W*$|don.t miss|keep reading|further reading|watch\s*:|(?:à )?lire (?:aussi|également|la suite)|à lire|voir aussi|sur le même (?:sujet|thème)|articles? liés?|le[ae] (?:también|más)|te puede interesar|le puede interesar|(?:le|te) recomendamos|(?:vea|mira|lee|entérate|descubre)(?: también| además| más)?\s*:|puedes ver|vea también|mira también|más sobre|noticias? relacionadas?|relacionad[oa]s?\W*$|ver también|leggi anche|potrebbe interessarti|leia (?:também|mais)|veja também|saiba mais|lees (?:ook|meer)|zie ook|læs også|les også|läs (?:också|mer)|lue (?:myös|lisää)|czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również|więcej)|przeczytaj (?:też|także|również)|read the full)/iu;

/** Whole lines that name what they are: credits, notices, calls and what a page says of itself. */
const WHOLE: readonly RegExp[] = [
  /^\W*(?:anzeige|werbung|advertisement|advertising|sponsored(?: content)?|publicité|publicidad|pubblicità|reklama|reklame|annonce|mainos|advertentie|anuncio)\W*$/iu,
  /^(?:\(?c\)|©|copyright\b).{0,200}$/iu,
  /^.{0,120}\b(?:alle rechte vorbehalten|all rights reserved|tous droits réservés|todos los derechos reservados|wszelkie prawa zastrzeżone)\b.{0,120}$/iu,
  /^\(?(?:(?:titel|archiv|symbol|beitrags|vorschau|header)?(?:foto|bild|fotos|bilder)(?:s|credits?|nachweis|quellen?|rechte)?|photos?|pictures?|images?|fotografías?|foto|imagen|zdjęcie|fot|crédits?(?: photos?)?|photo credits?|image credits?|credits?|quelle|source|źródło)\s*(?:[:©|]|by\b|credit\b).{0,110}$/iu,
  /^(?:(?:zuletzt )?(?:aktualisiert|publiziert|veröffentlicht|erstellt|geändert)|stand|letzte aktualisierung|last (?:updated|modified)|(?:first )?(?:updated|published|posted)|publié|mis à jour|publicado|actualizado|opublikowano|aktualizacja)\b[^.!?]{0,60}\d[^!?]{0,60}$/iu,
  /^.{0,60}(?:klicken sie auf den (?:unteren )?button|um (?:den|diesen) inhalt .{0,60}(?:zu laden|anzuzeigen)|inhalt (?:laden|entsperren)|mit dem laden (?:des|der) .{0,80}akzeptieren|datenschutzerklärung von).{0,200}$/iu,
  /^(?:empfohlener (?:redaktioneller |externer )?inhalt|externer (?:redaktioneller )?inhalt|an dieser stelle (?:finden|findest|befindet|steht).{0,200}|ich bin damit einverstanden, dass mir externe inhalte.{0,300}|dieser (?:artikel|beitrag) enthält (?:affiliate|werbe).{0,200}|.{0,30}enthält (?:affiliate|werbe)[-\s]?links.{0,80})\W*$/iu,
  /^(?:zum|jetzt (?:zum|den|für den|unseren)|abonnieren sie|abonniere|melden sie sich|melde dich|hier (?:zum|geht.?s zum|können sie)|(?:kostenlos|jetzt) (?:anmelden|abonnieren|registrieren)|unser(?:en)? newsletter|newsletter\b|folgen sie|folge(?:n|t)? (?:sie )?uns|follow (?:us|me|\w+ on)|sign up|subscribe|get (?:our|the) .{0,40}newsletter|like us|join us|click here to (?:subscribe|sign)|inscrivez-vous|abonnez-vous|suscríbe(?:te|ase)|síguenos|seguici|iscriviti|siga|assine|inscreva-se)\b[^.]{0,140}(?:newsletter|anmelden|abonnieren|registrieren|twitter|facebook|instagram|whatsapp|telegram|linkedin|youtube|e-?mail|inbox|here|now|updates?)[^.]{0,80}[.!]?$/iu,
  /^(?:wird geladen|loading|gefällt mir|like loading|chargement|cargando)\b.{0,40}$/iu,
  /^(?:teilen|share|drucken|print|merken|kommentieren|kommentare?|comments?|leave a (?:comment|reply)|schreibe einen kommentar|(?:no |\d+ )?(?:comments?|kommentare?)|tweet|twittern|e-mail|mailen|pin it|partager|imprimer|compartir|imprimir|facebook|twitter|whatsapp|linkedin|pinterest|xing|telegram|flipboard|pocket|reddit|artikel (?:teilen|drucken|anhören|vorlesen)|(?:diesen )?(?:artikel|beitrag) teilen|share (?:this|on|via)\b.{0,30}|teilen (?:sie|mit|auf|per)\b.{0,40}|jump to recipe.{0,30}|print recipe|zurück|weiter|nach oben|back to top|home|startseite|menü|menu|suche|search|inhaltsverzeichnis|table of contents|inhalt|schließen|close|abbrechen|cancel)\W*$/iu,
  /^(?:themen|schlag(?:worte|wörter)|stichworte|tags?|topics?|keywords|kategorien?|categories|category|filed under|tópicos|etiquetas|temas|mots-clés|tagi|abgelegt unter)\s*:.{0,200}$/iu,
  /^.{0,240}(?:©|(?:foto|photo|bild|credit|imagen|fot|image)\s*(?:[:©]|by\b))[^.!?]{2,60}$/iu,
  /^(?:wir respektieren (?:deine|ihre) privatsphäre|for the latest .{0,80}download).{0,240}$/iu,
  /^(?:\d+ ?(?:min(?:uten?|utes?|\.)?|minute)\s*(?:lesezeit|read(?:ing time)?|de lecture|de lectura)|(?:lesezeit|lesedauer|reading time|read time)\b.{0,40})\W*$/iu,
  /^\W*(?:share|tweet|pin|mail|e-?mail|print|teilen|drucken|facebook|twitter|x|whatsapp|linkedin|xing|pinterest|telegram|\s|[|•·,/+-])+$/iu,
];

/** After a heading of this kind comes nothing of the story any more. */
const END =
  /^\W*(?:\d+\s+)?(?:kommentare?|comments?|leserkommentare|leave a (?:comment|reply)|schreiben? (?:sie )?(?:einen|ihren|deinen) kommentar|diskussion|commentaires?|comentarios?|(?:no|one|\d+) (?:responses?|comments?|replies|thoughts?)\b.{0,80}|\d+ (?:antworten|gedanken)\b.{0,80}|über (?:den autor|die autorin|die autoren|uns)|about (?:the authors?|us)|related (?:articles|stories|posts)|ähnliche (?:artikel|beiträge)|weitere (?:aktuelle )?(?:artikel|beiträge|meldungen|nachrichten|themen)|das könnte (?:sie|dich|euch) auch interessieren|mehr zum thema|verwandte (?:artikel|beiträge|themen))\W*$/iu;

const LONGEST_LINE = 360;

/** A paragraph so long is not repeated by chance. */
const SHORTEST_REPEATED = 50;

/** A story without what is left of its page. */
export interface CleanStory {
  readonly blocks: readonly PlacedBlock[];
  /** What was dropped and may be words of the story. */
  readonly dropped: readonly LeftOut[];
}

/**
 * The blocks of a story without what is left of the page between them: announcements of other stories with their links,
 * credits, calls to subscribe, and what was said already.
 */
export function dropLeftovers(all: readonly PlacedBlock[]): CleanStory {
  const before = withoutEnd(all);
  const lines = before.filter((placed) => isWholeLine(placed));
  const { blocks: own, links } = withoutLinks(before.filter((placed) => !isWholeLine(placed)));
  const left = withoutTrailingSubheads(withoutRepeated(own));
  if (left.length === 0) return { blocks: all, dropped: [] };
  const [behind] = all.slice(before.length).filter(readsAsText);
  const dropped = [
    ...links.map((placed) => leaveOut("linked", placed)),
    ...lines.filter(readsAsText).map((placed) => leaveOut("lines", placed)),
    ...(behind ? [leaveOut("behind", behind)] : []),
  ];
  return { blocks: left, dropped };
}

function leaveOut(kind: LeftOut["kind"], { block: { text, line } }: PlacedBlock): LeftOut {
  return { kind, text, line };
}

/** Whether a block that is dropped reads as a sentence of a story, and not as a label, a link or a right. */
function readsAsText({ block, linkedShare }: PlacedBlock): boolean {
  return block.kind === "text" && linkedShare < 0.5 && isSentence(block.text) && !/[©]|\brights\b/iu.test(block.text);
}

function isWholeLine({ block }: PlacedBlock): boolean {
  return block.kind === "text" && block.text.length <= LONGEST_LINE && WHOLE.some((form) => form.test(block.text));
}

/** Only where less than half of the text comes after the heading: some pages begin with the comments of others. */
function withoutEnd(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const at = blocks.findIndex(({ block }) => isLine(block.text, 120) && block.kind === "text" && END.test(block.text));
  if (at < 0) return blocks;
  const before = blocks.slice(0, at);
  return sizeOf(before) > sizeOf(blocks) / 2 ? before : blocks;
}

function sizeOf(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((size, { block }) => size + block.text.length, 0);
}

function isLine(text: string, longest: number): boolean {
  return text.length <= longest;
}

/** Without announcements, the links under them, and what is a link to another story by its look. */
function withoutLinks(blocks: readonly PlacedBlock[]): {
  readonly blocks: readonly PlacedBlock[];
  /** Links that nothing announces as links to other stories. */
  readonly links: readonly PlacedBlock[];
} {
  const prose = sizeOf(blocks.filter(({ linkedShare }) => linkedShare < 0.5));
  if (prose < 140) return { blocks, links: [] };
  const announced = findAnnounced(blocks);
  const own = new Set(findLinkedText(blocks));
  const isLinks = (placed: PlacedBlock): boolean => isAllLinked(placed) && !own.has(placed);
  const links = blocks.filter((placed) => !announced.has(placed) && isLinks(placed));
  return { blocks: blocks.filter((placed) => !announced.has(placed) && !isLinks(placed)), links };
}

/** The announcements of other stories, and the links under them. */
function findAnnounced(blocks: readonly PlacedBlock[]): ReadonlySet<PlacedBlock> {
  const found = new Set<PlacedBlock>();
  let isAnnounced = false;
  for (const placed of blocks) {
    const { block, linkedShare } = placed;
    if (block.kind === "post") continue;
    const announces = block.text.length <= 300 && ANNOUNCED.test(block.text);
    const isLead = announces && (linkedShare > 0.3 || /:\W*$/u.test(block.text) || block.text.length <= 60);
    isAnnounced = isLead || (isAnnounced && linkedShare > 0.8);
    if (isAnnounced) found.add(placed);
  }
  return found;
}

function isAllLinked({ block, linkedShare }: PlacedBlock): boolean {
  return block.kind === "text" && linkedShare > 0.95 && block.text.split(" ").length >= 3;
}

/** Fewer words with a full stop are a title with one. */
const FEWEST_WORDS = 6;

/** Whether a text reads as a sentence of a story, which headlines of other stories do not. */
function isSentence(text: string): boolean {
  return (
    /[\p{Ll}\p{M}\p{Lo}\p{Nd}%)]["”»’)]*\.["”»’)]*$|[。؟۔]["”»’)]*$/u.test(text) &&
    text.split(" ").length >= FEWEST_WORDS
  );
}

/**
 * Blocks that are links alone and yet of the text: sentences, and lists of which an item is a sentence or behind which
 * the text goes on.
 */
export function findLinkedText(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const lastProse = blocks.findLastIndex(({ block, linkedShare }) => block.kind === "text" && linkedShare < 0.5);
  return blocks.filter((placed, index) => {
    const { block } = placed;
    if (!isAllLinked(placed) || block.kind !== "text") return false;
    if (block.role !== "list") return isSentence(block.text);
    return index < lastProse || listAround(blocks, index).some((item) => isSentence(item.block.text));
  });
}

/** The items of the list in which an item is. */
function listAround(blocks: readonly PlacedBlock[], index: number): readonly PlacedBlock[] {
  const isOther = ({ block }: PlacedBlock): boolean => block.kind === "post" || block.role !== "list";
  const before = blocks.slice(0, index).findLastIndex(isOther);
  const after = blocks.findIndex((placed, at) => at > index && isOther(placed));
  return blocks.slice(before + 1, after < 0 ? blocks.length : after);
}

/**
 * The blocks without what is said twice: pull quotes, which repeat a sentence of the text, and paragraphs that a page
 * shows once for small screens and once for large ones.
 */
export function withoutRepeated(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const seen = new Set<string>();
  const once = blocks.filter(({ block }) => {
    if (block.kind === "post" || block.text.length < SHORTEST_REPEATED) return true;
    const folded = fold(block.text);
    const isNew = !seen.has(folded);
    seen.add(folded);
    return isNew;
  });
  return withoutPulled(once);
}

const RUN_LENGTH = 6;
const LONGEST_PULLED = 60;

/** A short block that is set off is pulled from the text when each run of its words is in another block too. */
function withoutPulled(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  if (!blocks.some(({ isSetOff }) => isSetOff)) return blocks;
  const runs = blocks.map(({ block }) => (block.kind === "post" ? [] : runsOf(block.text)));
  const counts = new Map<string, number>();
  for (const run of runs.flatMap((each) => [...new Set(each)])) counts.set(run, (counts.get(run) ?? 0) + 1);
  return blocks.filter(({ isSetOff }, index) => {
    const own = runs[index] ?? [];
    return (
      !isSetOff || own.length === 0 || own.length > LONGEST_PULLED || own.some((run) => (counts.get(run) ?? 0) < 2)
    );
  });
}

function runsOf(text: string): readonly string[] {
  const words = fold(text).split(" ");
  return words.slice(RUN_LENGTH - 1).map((_, at) => words.slice(at, at + RUN_LENGTH).join(" "));
}

/** A subhead with nothing under it headed what was dropped. */
function withoutTrailingSubheads(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const last = blocks.findLastIndex(({ block }) => block.kind === "post" || block.role !== "subhead");
  return last < 0 ? blocks : blocks.slice(0, last + 1);
}
