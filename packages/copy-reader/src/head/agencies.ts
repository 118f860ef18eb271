/** Agencies and services whose name in a dateline needs nothing else to be believed. */
const names: readonly string[] = [
  "Reuters|Reuter|Thomson Reuters Foundation|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|UPI|Bloomberg|Bloomberg News|Dow Jones",
  "dpa|DPA|dpa-AFX|APA|APA-OTS|OTS|ots|KNA|epd|SID|AFX|DJN|dts|dapd|ddp|AFPD|taz|Keystone-SDA|sda|SDA|awp",
  "EFE|EUROPA PRESS|Europa Press|EP|Télam|TELAM|Notimex|ANSA|Adnkronos|AGI|LaPresse|askanews|Lusa|LUSA|Agência Brasil|ABr|Belga|BELGA|ANP",
  "PAP|CTK|ČTK|ČTK|TASR|MTI|STA|HINA|Tanjug|BTA|Agerpres|TT|NTB|Ritzau|RITZAU|STT|BNS|LETA|ELTA|ATA|ANA-MPA|PA|PA Media|Press Association",
  "TASS|Tass|ТАСС|RIA Novosti|РИА Новости|Sputnik|Interfax|Интерфакс|INTERFAX.RU|Ukrinform|Укринформ|Укрінформ|UNIAN|УНИАН|УНІАН|BelTA|БЕЛТА|AZERTAC|APA-Economics|Trend|Kazinform|Trend News Agency",
  "Xinhua|CNS|CNA|KCNA|Yonhap|YONHAP|Newsis|Kyodo|Kyodo News|KYODO|Jiji|Jiji Press|JIJI|PTI|ANI|IANS|UNI|APP|INP|BSS|UNB|Bernama|BERNAMA|ANTARA|Antara|VNA|PNA|TNA|AAP|NZPA|RSS",
  "IRNA|ISNA|MNA|FNA|Tasnim|TASNIM|Mehr|Fars|ILNA|IRIB|Anadolu|Anadolu Agency|AA|DHA|İHA|IHA|SANA|KUNA|WAM|SPA|BNA|QNA|ONA|Petra|MENA|WAFA|NNA|INA|JTA|JNS|TPS|TPS-IL",
  "CNN|BBC|NPR|CP|The Canadian Press|Canadian Press|RNS|CNS|OSV News|KFF Health News|States Newsroom|The Conversation|VOA|RFE/RL|Deutsche Welle|DW|Inter Press Service|IPS|PANA|NAN|GNA|SAnews",
  "PRNewswire|PR Newswire|PRNewswire-PRWeb|BUSINESS WIRE|Business Wire|GLOBE NEWSWIRE|GlobeNewswire|ACCESSWIRE|ACCESS Newswire|Newsfile Corp.|Marketwired|EQS|news aktuell|PRWEB|EIN Presswire|CNW|CNW Group|Newswire.ca",
  "رويترز|أ ف ب|ا ف ب|أ.ف.ب|د ب أ|د.ب.أ|أ ب|أ ش أ|أ.ش.أ|واس|وام|كونا|قنا|بنا|بترا|سانا|واع|وفا|العمانية|الأناضول|فرانس برس|وكالات|معا|شينخوا|سبوتنيك",
  "ایرنا|ایسنا|ایلنا|فارس|مهر|تسنیم|باشگاه خبرنگاران جوان|خبرآنلاین|میزان|شانا|برنا|رویترز|فرانس‌پرس|شینهوا",
  "共同通信|共同|時事通信|時事|新华社|新華社|中新社|中央社|연합뉴스|뉴시스|뉴스1",
];

const known: ReadonlySet<string> = new Set(names.flatMap((line) => line.split("|")));

/** Names that alone, outside brackets, may be something else, such as a state or the end of an abbreviation. */
const onlyInBrackets: ReadonlySet<string> = new Set(
  "PA CP TT AA EP STA ATA APA INA UNI RSS Trend STT DW TNA PNA INP NNA BNA Mehr Fars Petra مهر فارس معا قنا بنا بترا برنا میزان أ ب".split(
    " ",
  ),
);

/** What names of services that nobody has listed are made of. */
const serviceWord =
  /(?:^|\s)(?:news|newsroom|newswire|press|times|agency|media|wire|service|herald|tribune|journal|post|gazette|chronicle|radio|TV|broadcasting|observer|guardian|reuters|bloomberg|foundation|breakingviews)(?:\s|$)/iu;

/** Whether the text is the name of an agency that is known, alone or together with others: "APA/dpa", "dpa/lno". */
export function isKnownAgency(text: string): boolean {
  if (known.has(text)) return true;
  const [first, ...others] = text.split(/\s?[/&]\s?/u);
  return known.has(first ?? "") && others.every((part) => known.has(part) || /^\p{Ll}{2,4}$/u.test(part));
}

/** Whether a known agency may be meant by its name alone, without brackets around it. */
export function isBareAgency(text: string): boolean {
  return isKnownAgency(text) && !onlyInBrackets.has(text);
}

/** Whether the text reads like the name of a service: "Thomson Reuters Foundation", "Coast News". */
export function isServiceName(text: string): boolean {
  const words = text.split(" ");
  return words.length <= 5 && words.every((word) => /^[\p{Lu}\d]/u.test(word)) && serviceWord.test(text);
}

/** Whether the text can be the letters of a broadcaster or a small agency; two letters are one only beside a day. */
export function isCallSign(text: string, isDated: boolean): boolean {
  return (isDated ? /^\p{Lu}{2,6}(?:[-/]\p{Lu}{2,6})?$/u : /^\p{Lu}{3,6}(?:[-/]\p{Lu}{2,6})?$/u).test(text);
}

/** Letters in brackets behind a name that state a party and no agency. */
const parties: ReadonlySet<string> = new Set(
  "SPD CDU CSU FDP AfD BSW SPÖ ÖVP FPÖ NEOS SVP GLP GOP DEM REP IND CON LAB SNP DUP LIB NDP LR PS RN LFI PSOE PP ERC PNV BNG PD FDI PIS BJP INC ANC EFF".split(
    " ",
  ),
);

/** Whether the text can be the name of an agency that nobody has listed: one word, or two that begin large. */
export function isUnlistedName(text: string): boolean {
  const words = text.split(/[\s\u200c]/u);
  if (words.length > 2 || text.length < 2 || text.length > 30 || parties.has(text)) return false;
  const isWord = /^\p{L}[\p{L}\p{M}\p{N}.&/'’-]{0,23}$/u;
  return (
    words.every((word) => isWord.test(word)) && (words.length === 1 || words.every((word) => !/^\p{Ll}/u.test(word)))
  );
}

/** Whether the text can be the letters of an agency behind a place in usual letters: two to five of one case. */
export function isAgencyLetters(text: string): boolean {
  return /^(?:\p{Lu}{2,5}|\p{Ll}{2,5})$/u.test(text) && !parties.has(text);
}
