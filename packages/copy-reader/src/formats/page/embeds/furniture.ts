/** What embeds say of themselves in the place of their author's words, in the languages of the platforms. */
const FURNITURE: readonly RegExp[] = [
  /^(?:view|see|read|show|open|watch|load)\b.{0,40}\b(?:post|tweet|toot|thread|photo|reel|video|story|message|profile)s?\b.{0,30}$/iu,
  /^(?:view|see|read|open|watch)\b.{0,12}\bon (?:x|twitter|instagram|threads|mastodon|facebook|tiktok|telegram|bluesky|truth social|youtube)\.?$/iu,
  /^(?:post|tweet|video|photo|reel|thread|toot|truth)s? (?:by|from)\b.{0,80}$/iu,
  /^(?:loading|wird geladen|chargement|cargando|carregando|caricamento|yükleniyor)\b.{0,40}$/iu,
  /^\[image or embed\]$/iu,
  /^(?:sieh dir|voir|ver|vedi|visualizza|bekijk|zobacz|wyświetl|посмотреть|показать|lihat|visa|vis|se|katso|zobrazit|δείτε|xem|ดู|عرض|شاهد|مشاهده)(?=\s).{0,60}(?:instagram|threads|facebook|tiktok|twitter|mastodon|اینستاگرام|إنستغرام|إنستجرام|انستغرام).{0,12}$/iu,
  /^(?:この投稿|在|bu gönderiyi|instagram).{0,30}(?:で見る|查看.{0,10}|gör(?:üntüle)?|보기)$/iu,
];

const LONGEST = 120;

/** Whether words are the embed's own and not its author's. */
export function isPostFurniture(text: string): boolean {
  return text === "" || (text.length <= LONGEST && FURNITURE.some((form) => form.test(text)));
}

/** The words without what the embed adds at their end. */
export function dropPostFurniture(text: string): string {
  return text.replace(/\s*\[image or embed\]\s*$/u, "").trim();
}
