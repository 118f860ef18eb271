import { words } from "./words.js";

/** Agencies and services whose name in a dateline needs nothing else to be believed. */
const lists: readonly string[] = [
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

/** The names of all of them. */
export const agencyNames: ReadonlySet<string> = new Set(lists.flatMap((list) => list.split("|")));

/** Names that alone, outside brackets, may be something else, such as a state or the end of an abbreviation. */
export const agenciesInBrackets = words(
  "PA CP TT AA EP STA ATA APA INA UNI RSS Trend STT DW TNA PNA INP NNA BNA Mehr Fars Petra مهر فارس معا قنا بنا بترا برنا میزان أ ب",
);

/** What names of services that nobody has listed are made of. */
export const serviceWord =
  /(?:^|\s)(?:news|newsroom|newswire|press|times|agency|media|wire|service|herald|tribune|journal|post|gazette|chronicle|radio|TV|broadcasting|observer|guardian|reuters|bloomberg|foundation|breakingviews)(?:\s|$)/iu;

/** Letters in brackets behind a name that state a party and no agency. */
export const parties = words(
  "SPD CDU CSU FDP AfD BSW SPÖ ÖVP FPÖ NEOS SVP GLP GOP DEM REP IND CON LAB SNP DUP LIB NDP LR PS RN LFI PSOE PP ERC PNV BNG PD FDI PIS BJP INC ANC EFF",
);
