import type { Wording } from "./wording.js";

/** The reading page in Japanese. */
export const japanese: Wording = {
  skip: "本文へ移動",
  published: "公開：{moment}",
  updated: "更新：{moment}",
  draft: "下書き：未公開",
  changes: "この記事の変更",
  corrections: {
    CORRECTION: "訂正",
    CLARIFICATION: "補足説明",
    UPDATE: "更新",
    RETRACTION: "撤回",
  },
  quoted: "この記事で引用した発言",
  quote: "引用{number}",
  quoteInText: "本文中の引用{number}",
  unnamed: "発言者の記載なし",
  verdicts: {
    EXACT: "出典と一字一句同じ",
    MARKED_EDIT: "出典のとおり（省略と補足は明示）",
    ALTERED: "出典と異なり、明示なし",
    NOT_FOUND: "出典に見当たらない",
    NOT_COMPARABLE: "翻訳のため逐語照合の対象外",
    UNSOURCED: "照合できる出典の登録なし",
  },
  paraphrase: "記事の言葉による要約",
  translation: "翻訳",
  share: "語の{share}が出典と一致",
  differences: {
    ADDED: "引用のみ：{quoted}",
    REMOVED: "出典のみ：{original}",
    CHANGED: "出典：{original}、引用：{quoted}",
  },
  source: "出典：{source}",
  sources: "引用の出典",
  post: "{author}の投稿",
  postOn: "{author}の{platform}への投稿",
  original: "元の投稿",
  availability: {
    UNKNOWN: "{day}時点の内容です。",
    LIVE: "{day}時点の内容です。投稿先でも変わっていません。",
    EDITED: "{day}時点の内容です。その後、投稿先で編集されました。",
    DELETED: "{day}時点の内容です。その後、投稿先で削除されました。",
  },
  notices: {
    GONE: { title: "この記事は取り下げられました", text: "取り下げ：{moment}" },
    MISSING: { title: "ここに記事はありません", text: "アドレスが正しくないか、記事の公開が終了しています。" },
    MOVED: { title: "この記事は移動しました", text: "新しいアドレス：{address}" },
  },
};
