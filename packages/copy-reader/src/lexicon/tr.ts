import { simpleLexicon } from "./shared-parts.js";

/** Turkish: plain patterns. The subject opens the sentence and the verb closes it. */
export const turkishLexicon = simpleLexicon({
  language: "tr",
  saying:
    "diyen dedi diyor dediler konuştu konuşuyor söyledi söylüyor belirtti belirtiyor açıkladı açıklıyor anlattı anlatıyor ekledi ekliyor vurguladı vurguluyor yazdı yazıyor " +
    "sordu soruyor yanıtladı savundu uyardı aktardı kaydetti ifade diye şeklinde ifadelerini ifadesini dedim cevapladı seslendi bağırdı",
  pronouns: {},
  determiners: "bir bu şu o her bazı birçok iki üç tüm bütün",
  prepositions: "ve ile için gibi kadar sonra önce göre karşı doğru",
  conjunctions: "ve veya ama fakat ancak ki de da çünkü ise",
  adverbs: "da de ayrıca sonra önce bugün dün yarın artık henüz sadece şimdi burada orada daha çok",
  common:
    "aynı ben sen biz siz onlar kim ne neden nasıl hiç hepsi her ayrıca bunun bununla böyle öte yandan son ilk yeni bugün dün yarın şimdi pazartesi salı çarşamba perşembe " +
    "cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  namers:
    "kitap kitabı film filmi şarkı şarkısı dizi dizisi gazete gazetesi dergi dergisi proje projesi program programı oyun oyunu roman romanı şirket kulüp adlı isimli başlıklı",
  verbFinal: true,
});
