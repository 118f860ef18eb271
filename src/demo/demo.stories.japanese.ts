import type { DemoStory } from "./demo.type.js";

/** An article from Shiomigahara, with 「corner brackets」 and without spaces between words. */
export const japaneseStories: readonly DemoStory[] = [
  {
    slug: "shiomigahara-night-drill-by-lantern-light",
    headline: "汐見ヶ原市、灯籠の明かりで夜間避難訓練　8200人が高台へ",
    standfirst: "停電のなかの津波を想定、避難にかかった時間は昨年より4分短縮",
    byline: "社会部",
    authors: [{ person: "itsuki-hamanobe" }],
    dateline: { text: "汐見ヶ原、2026年11月5日", place: "汐見ヶ原", date: "2026-11-05" },
    language: "ja",
    section: "politics",
    lead: {
      picture: "lanterns",
      alt: "暗い坂道の両側に灯籠が並び、その先に一軒の家がある",
      caption: "灯籠の明かりを頼りに高台へ向かう坂道",
    },
    topics: ["Disaster Preparedness", "Local Government"],
    publishedAt: "2026-11-05T13:00:00Z",
    body: [
      {
        html: "汐見ヶ原市は5日夜、停電のさなかに津波警報が出たとの想定で避難訓練を行った。市によると、住民の約4割にあたる8200人が参加し、灯籠の明かりだけを頼りに高台へ向かった。",
      },
      {
        html: "「暗闇で逃げる道は、明るいうちに覚えるしかない」。潮峰ハル市長は訓練の直前、Xにこう投稿した。",
        quotes: [
          {
            words: "暗闇で逃げる道は、明るいうちに覚えるしかない",
            kind: "DIRECT",
            speaker: "haru-shiomine",
            speakerRole: "汐見ヶ原市長",
            saidOn: "2026-11-05",
            occasion: "訓練前のXへの投稿",
            source: "shiomine-lanterns",
            expected: "EXACT",
          },
        ],
      },
      { post: "shiomine-lanterns" },
      {
        html: "避難を終えるまでの平均時間は11分40秒で、昨年の訓練より<strong>4分</strong>短かった。市は、坂道ごとに灯籠の色を変えたことが効いたとみている。",
      },
      { html: "市は住民に、次の順に動くよう呼びかけている。" },
      { html: "灯籠の色で自分の坂道を見つける。", style: "NUMBERED" },
      { html: "隣の家の戸をたたく。", style: "NUMBERED" },
      { html: "高台で名前を告げる。", style: "NUMBERED" },
      {
        html: "一部のまとめサイトは投稿を「今夜は2800個の灯籠が道を教えてくれます」と誤って引用した。実際の投稿にある数は8200個である。",
        quotes: [
          {
            words: "今夜は2800個の灯籠が道を教えてくれます",
            kind: "DIRECT",
            speaker: "haru-shiomine",
            speakerRole: "汐見ヶ原市長",
            saidOn: "2026-11-05",
            occasion: "まとめサイトによる誤った引用",
            source: "shiomine-lanterns",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "参加した70代の女性は「去年は途中で引き返した。今年は孫に手を引かれて最後まで上れた」と笑った。訓練中、けが人はなかった。",
        quotes: [
          {
            words: "去年は途中で引き返した。今年は孫に手を引かれて最後まで上れた",
            kind: "DIRECT",
            saidOn: "2026-11-05",
            occasion: "避難先の高台での取材",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "訓練を視察した灯火海研究所のラーレ・メフルカラニ所長は、英語で「速さは大切だが、迷わないことはもっと大切だ」と評価した。",
        quotes: [
          {
            words: "速さは大切だが、迷わないことはもっと大切だ",
            kind: "TRANSLATED",
            speaker: "laleh-mehrkarani",
            speakerRole: "灯火海研究所所長",
            saidOn: "2026-11-05",
            occasion: "訓練後の講評",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "潮峰市長は訓練後の取材に、来年は観光客にも参加を呼びかける考えを示した。",
        quotes: [
          {
            words: "来年は観光客にも参加を呼びかける考え",
            kind: "INDIRECT",
            speaker: "haru-shiomine",
            speakerRole: "汐見ヶ原市長",
            saidOn: "2026-11-05",
            occasion: "訓練後の取材",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: '市は年内に結果をまとめ、<a href="https://shiomigahara.example/map">防災地図</a>を改訂する。次の訓練は来年3月、朝の通勤時間帯に予定されている。',
      },
    ],
  },
];
