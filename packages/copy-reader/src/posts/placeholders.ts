/** How platforms word, in one language, that a post is not shown. */
interface Notice {
  /** What the notice begins with, without the words before it that only apologise. */
  readonly opening: RegExp;
  readonly gone: RegExp;
}

/** A notice is a sentence or two. */
const longestNotice = 240;
/** A notice over a signature is one short sentence; an author who writes more of a deletion writes a post. */
const longestSigned = 70;
/** How far into the notice the word may stand that says what is gone. */
const openingLength = 60;

const apology =
  /^[^\p{L}\p{N}]*(?:(?:sorry|oops|hmm+|error|leider|désolé|lo sentimos|ops|spiacenti|üzgünüz|عذراً?|عذرًا|متأسفیم|متاسفیم|申し訳ありません)[^\p{L}]+)?/iu;

const notices: readonly Notice[] = [
  {
    opening:
      /^(?:(?:this|that|the|your|an?)\s+)?(?:(?:x|twitter|bluesky|mastodon|instagram|facebook|tiktok|youtube|threads|telegram|original|embedded)\s+)?(?:posts?|tweets?|toots?|skeets?|truths?|threads?|messages?|status|videos?|reels?|photos?|page|content|link|accounts?|media|user|channel|deleted)\b|^you[’']re unable to view|^nothing to see|^the author has requested/iu,
    gone: /deleted|removed|unavailable|(?:not|n[’']t)\s+(?:\w+\s+)?(?:available|found|exists?)|no\s+longer|suspended|withheld|violated|terminated|limits who|unable to view|nothing to see|not be displayed/iu,
  },
  {
    opening:
      /^(?:diese[rsn]?|der|die|das)\s+(?:\p{L}+[- ])?(?:post|beitrag|tweet|tröt|nachricht|video|inhalt|account|konto|seite|link|kanal)|^(?:beitrag|post|tweet|inhalt|video)\b/iu,
    gone: /gelöscht|entfernt|nicht\s+(?:mehr\s+)?(?:\p{L}+\s+)?(?:verfügbar|gefunden|auffindbar|vorhanden)|existiert nicht|gesperrt|zurückgehalten|verstößt/iu,
  },
  {
    opening:
      /^(?:ce|cet|cette|le|la|l[’'])\s*(?:post|tweet|pouet|message|publication|vidéo|contenu|compte|page|lien)|^(?:publication|message|tweet|contenu)\b/iu,
    gone: /supprimée?|retirée?|indisponible|introuvable|(?:n[’']est|n[’']existe|est)\s+(?:plus|pas)|plus disponible|suspendu|enfreint/iu,
  },
  {
    opening:
      /^(?:este|esta|el|la|o|a)\s+(?:post|tuit|tweet|publicación|mensaje|video|vídeo|contenido|cuenta|página|enlace|publicação|mensagem|conteúdo|conta|postagem)|^(?:publicación|publicação|tuit|mensaje)\b/iu,
    gone: /eliminad[oa]|borrad[oa]|retirad[oa]|no\s+(?:está|existe|encontrad|se\s+encuentra)|ya\s+no|suspendid[oa]|exclu[ií]d[oa]|apagad[oa]|removid[oa]|não\s+(?:está|existe|encontrad|foi encontrad)|indisponível|suspensa?\b|não .{0,20}mais/iu,
  },
  {
    opening:
      /^(?:quest[oa']|il|la|l[’'])\s*(?:post|tweet|messaggio|video|contenuto|account|pagina|link|pubblicazione)|^(?:post|contenuto|messaggio)\b/iu,
    gone: /eliminat[oa]|rimoss[oa]|cancellat[oa]|non\s+(?:è|esiste|trovato|più)|sospes[oa]|indisponibile/iu,
  },
  {
    opening: /^(?:bu\s+)?(?:tweet|gönderi|post|mesaj|video|içerik|içeriğe|hesap|sayfa)/iu,
    gone: /silindi|silinmiş|kaldırıl|kullanılamıyor|mevcut değil|ulaşılamıyor|bulunam|askıya|görüntülenemiyor|yok\b/iu,
  },
  {
    opening:
      /^(?:تم\s+)?(?:حذف|إزالة|تعليق)|^(?:هذه?ا?\s+)?(?:ال)?(?:تغريدة|منشور|رسالة|فيديو|محتوى|حساب|صفحة|رابط)|^لم يعد/u,
    gone: /حذف|إزالة|غير\s+(?:متاح|متوفر|موجود)|لم\s+(?:يعد|تعد)|معلّ?ق|موقوف|تعليق|محجوب|لا يمكن/u,
  },
  {
    opening: /^(?:این\s+)?(?:پست|توییت|توئیت|پیام|ویدیو|ویدئو|محتوا|حساب|صفحه|مطلب)/u,
    gone: /حذف|در\s+دسترس\s+نیست|دیگر|تعلیق|معلق|مسدود|یافت\s+نشد|پیدا\s+نشد|وجود\s+ندارد/u,
  },
  {
    opening: /^(?:この|お探しの|該当の)?(?:ポスト|ツイート|投稿|メッセージ|動画|コンテンツ|アカウント|ページ|リンク)/u,
    gone: /削除|表示でき(?:ません|ない)|存在しません|見つかりません|利用(?:いただ)?けません|利用できません|凍結|ありません|非公開/u,
  },
  {
    opening: /^(?:dez?e|dit|ten|ta|to|эта?о?т?|цей|ця|tento|denne|dette|det här|den här|此|该|這則|이)\s*\p{L}+/iu,
    gone: /niet (?:meer )?beschikbaar|verwijderd|usunięt|niedostępn|удал[её]н|недоступ|видален|odstraněn|nedostupn|slettet|raderat|inte tillgänglig|不可用|删除|刪除|无法|無法|삭제|사용할 수 없|볼 수 없/iu,
  },
];

/** What X itself says in the place of a post, word for word and whole; only its reference to its help may follow. */
const ownNotices: readonly RegExp[] = [
  /^this (?:post|tweet) (?:(?:was|has been) (?:deleted|removed) by (?:the|its) (?:(?:post|tweet) )?author|is from (?:a suspended account|an account that (?:no longer exists|doesn[’']t exist|is suspended))|is (?:unavailable|not available|no longer available)|violated the (?:x|twitter) rules)$/iu,
  /^you[’']re unable to view this (?:post|tweet) because (?:this|the) account owner limits who can view their (?:posts|tweets)$/iu,
  /^this page doesn[’']t exist(?:\. try searching for something else)?$/iu,
  /^diese[rsn]? (?:post|tweet|beitrag) (?:wurde (?:vom|von der|von seinem) (?:verfasser|autor)(?:in)?(?: (?:des|dieses) (?:posts|tweets|beitrags))? gelöscht|stammt von einem (?:account|konto), (?:der|das) (?:nicht mehr existiert|gesperrt (?:ist|wurde))|stammt von einem gesperrten (?:account|konto)|ist (?:leider )?nicht (?:mehr )?verfügbar)$/iu,
  /^du kannst diesen (?:post|tweet|beitrag) nicht (?:an)?sehen, (?:weil|da) (?:der|dieser) account-?inhaber .{4,80}$/iu,
  /^diese seite existiert nicht(?:\. such(?:e|en sie) nach etwas anderem)?$/iu,
  /^ce (?:post|tweet) (?:a été supprimé par (?:son auteur|l[’']auteur(?: du (?:post|tweet))?)|(?:provient|vient|émane) d[’']un compte (?:suspendu|qui n[’']existe plus)|n[’']est (?:pas|plus) disponible|est indisponible)$/iu,
  /^vous ne pouvez pas (?:voir|afficher) ce (?:post|tweet),? (?:car|parce que) .{0,20}(?:propriétaire|titulaire) d[eu] (?:ce )?compte limite .{4,60}$/iu,
  /^cette page n[’']existe pas(?:\. essayez de chercher autre chose)?$/iu,
  /^el autor de(?:l| este) (?:post|tweet|tuit) lo (?:eliminó|ha eliminado|borró)$/iu,
  /^este (?:post|tweet|tuit) (?:(?:fue|ha sido) (?:eliminado|borrado) por (?:su autor|el autor(?: del (?:post|tweet|tuit))?)|(?:es|procede|proviene) de una cuenta (?:suspendida|que ya no existe)|no está disponible|ya no está disponible)$/iu,
  /^no puedes ver este (?:post|tweet|tuit) porque .{0,20}(?:propietario|titular|dueño) de (?:la|esta) cuenta (?:limita|restringe) .{4,60}$/iu,
  /^esta página no existe(?:\. intenta buscar otra cosa)?$/iu,
];

const helpBehind =
  /\s*\.?\s*(?:learn more|mehr erfahren|weitere informationen|en savoir plus|más información|obtén más información|saber más)?\s*[.!]?\s*$/iu;

/** Whether words are a notice of the platform itself, which no author signs, whatever day or account is by it. */
export function isOwnNotice(text: string): boolean {
  if (text.length > longestNotice) return false;
  const bare = text.replace(/\s+/gu, " ").replace(apology, "").replace(helpBehind, "");
  return ownNotices.some((form) => form.test(bare));
}

/** Whether words are the notice that a post is gone, hidden or not found, in the languages in which platforms state so. */
export function isPlaceholder(text: string): boolean {
  const bare = text.slice(0, longestNotice + 1).replace(apology, "");
  if (text.length > longestNotice) return false;
  if (isOwnNotice(text)) return true;
  return notices.some(({ opening, gone }) => opening.test(bare.slice(0, openingLength)) && gone.test(bare));
}

/** Whether the words over a signature with a day are such a notice and not what its author wrote. */
export function isSignedPlaceholder(text: string): boolean {
  return isOwnNotice(text) || (text.length <= longestSigned && !/[\n#]|https?:/u.test(text) && isPlaceholder(text));
}
