import type { Wordings } from "./wordings.js";

/** How platforms word, in one language, that a post is not shown; both are read without regard to case. */
export interface NoticeWording {
  /** What the notice begins with, without the words before it that only apologise. */
  readonly opening: string;
  /** What is the matter with the post. */
  readonly gone: string;
}

/** Before a notice. */
export const APOLOGY: Wordings = {
  en: "sorry|oops|hmm+|error",
  de: "leider",
  fr: "désolé",
  es: "lo sentimos",
  it: "ops|spiacenti",
  tr: "üzgünüz",
  ar: "عذراً?|عذرًا",
  fa: "متأسفیم|متاسفیم",
  ja: "申し訳ありません",
};

/** By language; `others` has those of which only the commonest words are known. */
export const NOTICES: Readonly<Record<string, NoticeWording>> = {
  en: {
    opening: String.raw`^(?:(?:this|that|the|your|an?)\s+)?(?:(?:x|twitter|bluesky|mastodon|instagram|facebook|tiktok|youtube|threads|telegram|original|embedded)\s+)?(?:posts?|tweets?|toots?|skeets?|truths?|threads?|messages?|status|videos?|reels?|photos?|page|content|link|accounts?|media|user|channel|deleted)\b|^you[’']re unable to view|^nothing to see|^the author has requested`,
    gone: String.raw`deleted|removed|unavailable|(?:not|n[’']t)\s+(?:\w+\s+)?(?:available|found|exists?)|no\s+longer|suspended|withheld|violated|terminated|limits who|unable to view|nothing to see|not be displayed`,
  },
  de: {
    opening: String.raw`^(?:diese[rsn]?|der|die|das)\s+(?:\p{L}+[- ])?(?:post|beitrag|tweet|tröt|nachricht|video|inhalt|account|konto|seite|link|kanal)|^(?:beitrag|post|tweet|inhalt|video)\b`,
    gone: String.raw`gelöscht|entfernt|nicht\s+(?:mehr\s+)?(?:\p{L}+\s+)?(?:verfügbar|gefunden|auffindbar|vorhanden)|existiert nicht|gesperrt|zurückgehalten|verstößt`,
  },
  fr: {
    opening: String.raw`^(?:ce|cet|cette|le|la|l[’'])\s*(?:post|tweet|pouet|message|publication|vidéo|contenu|compte|page|lien)|^(?:publication|message|tweet|contenu)\b`,
    gone: String.raw`supprimée?|retirée?|indisponible|introuvable|(?:n[’']est|n[’']existe|est)\s+(?:plus|pas)|plus disponible|suspendu|enfreint`,
  },
  es: {
    opening: String.raw`^(?:este|esta|el|la|o|a)\s+(?:post|tuit|tweet|publicación|mensaje|video|vídeo|contenido|cuenta|página|enlace|publicação|mensagem|conteúdo|conta|postagem)|^(?:publicación|publicação|tuit|mensaje)\b`,
    gone: String.raw`eliminad[oa]|borrad[oa]|retirad[oa]|no\s+(?:está|existe|encontrad|se\s+encuentra)|ya\s+no|suspendid[oa]|exclu[ií]d[oa]|apagad[oa]|removid[oa]|não\s+(?:está|existe|encontrad|foi encontrad)|indisponível|suspensa?\b|não .{0,20}mais`,
  },
  it: {
    opening: String.raw`^(?:quest[oa']|il|la|l[’'])\s*(?:post|tweet|messaggio|video|contenuto|account|pagina|link|pubblicazione)|^(?:post|contenuto|messaggio)\b`,
    gone: String.raw`eliminat[oa]|rimoss[oa]|cancellat[oa]|non\s+(?:è|esiste|trovato|più)|sospes[oa]|indisponibile`,
  },
  tr: {
    opening: String.raw`^(?:bu\s+)?(?:tweet|gönderi|post|mesaj|video|içerik|içeriğe|hesap|sayfa)`,
    gone: String.raw`silindi|silinmiş|kaldırıl|kullanılamıyor|mevcut değil|ulaşılamıyor|bulunam|askıya|görüntülenemiyor|yok\b`,
  },
  ar: {
    opening: String.raw`^(?:تم\s+)?(?:حذف|إزالة|تعليق)|^(?:هذه?ا?\s+)?(?:ال)?(?:تغريدة|منشور|رسالة|فيديو|محتوى|حساب|صفحة|رابط)|^لم يعد`,
    gone: String.raw`حذف|إزالة|غير\s+(?:متاح|متوفر|موجود)|لم\s+(?:يعد|تعد)|معلّ?ق|موقوف|تعليق|محجوب|لا يمكن`,
  },
  fa: {
    opening: String.raw`^(?:این\s+)?(?:پست|توییت|توئیت|پیام|ویدیو|ویدئو|محتوا|حساب|صفحه|مطلب)`,
    gone: String.raw`حذف|در\s+دسترس\s+نیست|دیگر|تعلیق|معلق|مسدود|یافت\s+نشد|پیدا\s+نشد|وجود\s+ندارد`,
  },
  ja: {
    opening: String.raw`^(?:この|お探しの|該当の)?(?:ポスト|ツイート|投稿|メッセージ|動画|コンテンツ|アカウント|ページ|リンク)`,
    gone: String.raw`削除|表示でき(?:ません|ない)|存在しません|見つかりません|利用(?:いただ)?けません|利用できません|凍結|ありません|非公開`,
  },
  others: {
    opening: String.raw`^(?:dez?e|dit|ten|ta|to|эта?о?т?|цей|ця|tento|denne|dette|det här|den här|此|该|這則|이)\s*\p{L}+`,
    gone: String.raw`niet (?:meer )?beschikbaar|verwijderd|usunięt|niedostępn|удал[её]н|недоступ|видален|odstraněn|nedostupn|slettet|raderat|inte tillgänglig|不可用|删除|刪除|无法|無法|삭제|사용할 수 없|볼 수 없`,
  },
};

/** What X itself says in the place of a post, word for word and whole. */
export const OWN_NOTICES: Wordings = {
  en: [
    String.raw`this (?:post|tweet) (?:(?:was|has been) (?:deleted|removed) by (?:the|its) (?:(?:post|tweet) )?author|is from (?:a suspended account|an account that (?:no longer exists|doesn[’']t exist|is suspended))|is (?:unavailable|not available|no longer available)|violated the (?:x|twitter) rules)`,
    String.raw`you[’']re unable to view this (?:post|tweet) because (?:this|the) account owner limits who can view their (?:posts|tweets)`,
    String.raw`this page doesn[’']t exist(?:\. try searching for something else)?`,
  ].join("|"),
  de: [
    String.raw`diese[rsn]? (?:post|tweet|beitrag) (?:wurde (?:vom|von der|von seinem) (?:verfasser|autor)(?:in)?(?: (?:des|dieses) (?:posts|tweets|beitrags))? gelöscht|stammt von einem (?:account|konto), (?:der|das) (?:nicht mehr existiert|gesperrt (?:ist|wurde))|stammt von einem gesperrten (?:account|konto)|ist (?:leider )?nicht (?:mehr )?verfügbar)`,
    String.raw`du kannst diesen (?:post|tweet|beitrag) nicht (?:an)?sehen, (?:weil|da) (?:der|dieser) account-?inhaber .{4,80}`,
    String.raw`diese seite existiert nicht(?:\. such(?:e|en sie) nach etwas anderem)?`,
  ].join("|"),
  fr: [
    String.raw`ce (?:post|tweet) (?:a été supprimé par (?:son auteur|l[’']auteur(?: du (?:post|tweet))?)|(?:provient|vient|émane) d[’']un compte (?:suspendu|qui n[’']existe plus)|n[’']est (?:pas|plus) disponible|est indisponible)`,
    String.raw`vous ne pouvez pas (?:voir|afficher) ce (?:post|tweet),? (?:car|parce que) .{0,20}(?:propriétaire|titulaire) d[eu] (?:ce )?compte limite .{4,60}`,
    String.raw`cette page n[’']existe pas(?:\. essayez de chercher autre chose)?`,
  ].join("|"),
  es: [
    String.raw`el autor de(?:l| este) (?:post|tweet|tuit) lo (?:eliminó|ha eliminado|borró)`,
    String.raw`este (?:post|tweet|tuit) (?:(?:fue|ha sido) (?:eliminado|borrado) por (?:su autor|el autor(?: del (?:post|tweet|tuit))?)|(?:es|procede|proviene) de una cuenta (?:suspendida|que ya no existe)|no está disponible|ya no está disponible)`,
    String.raw`no puedes ver este (?:post|tweet|tuit) porque .{0,20}(?:propietario|titular|dueño) de (?:la|esta) cuenta (?:limita|restringe) .{4,60}`,
    String.raw`esta página no existe(?:\. intenta buscar otra cosa)?`,
  ].join("|"),
};

/** Behind it, where a platform refers to its help. */
export const HELP: Wordings = {
  en: "learn more",
  de: "mehr erfahren|weitere informationen",
  fr: "en savoir plus",
  es: "más información|obtén más información|saber más",
};
