import { simpleLexicon } from "./shared-parts.js";

/** Czech: plain patterns. */
export const czechLexicon = simpleLexicon({
  language: "cs",
  saying:
    "řekl řekla řekli říká říkají říkal říkala uvedl uvedla uvedli uvádí prohlásil prohlásila prohlásili sdělil sdělila sdělili oznámil oznámila oznámili dodal dodala " +
    "dodali dodává vysvětlil vysvětlila vysvětluje upozornil upozornila upozorňuje zdůraznil zdůraznila zdůrazňuje míní myslí soudí napsal napsala napsali píše " +
    "odpověděl odpověděla odpovídá zeptal zeptala ptá přiznal přiznala přiznává varoval varovala varuje ujistil ujistila připomněl připomněla připomíná popsal popsala " +
    "popisuje doplnil doplnila doplňuje pokračoval pokračovala konstatoval konstatovala tvrdí tvrdil tvrdila potvrdil potvrdila komentoval komentovala",
  auxiliaries: "je jsou byl byla bylo byli bude budou ne se si jsem",
  verbs: "má mají měl měla může mohou musí stal stala zůstal zůstala zůstane",
  pronouns: { he: "on", she: "ona", they: "oni", it: "to ono", who: "který která", i: "já", we: "my" },
  determiners: "ten ta to ti ty jeho její jejich jeden jedna několik mnoho všichni dva dvě tři",
  prepositions:
    "v ve na s se z ze po do od pro o za nad pod při přes mezi bez před u během podle vůči kromě kolem proti",
  conjunctions: "a i ale nebo že aby jak když kde jestli protože ačkoli také než zatímco",
  adverbs: "také potom dnes včera zítra už ještě jen tehdy teď zde tady tam později dříve však",
  common:
    "kdo co proč kolik každý nikdo nic všechno však proto kromě zatím foto možná nyní konečně pondělí úterý středa středu čtvrtek pátek sobota sobotu neděle neděli " +
    "ledna února března dubna května června července srpna září října listopadu prosince",
  namers:
    "kniha knihu knize film filmu písnička píseň seriál noviny deník časopis projekt program představení román firma klub názvem",
  courtesies: { he: "pan", she: "paní" },
});
