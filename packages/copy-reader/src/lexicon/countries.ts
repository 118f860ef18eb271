/** The languages in which countries are known by name. */
const languages = "en de fr es it pt nl sv da nb pl cs ro ru uk el tr".split(" ");

/** Short names of countries and parts of them that no list of codes has. Lower case, several parted by "|". */
const shortNames =
  "great britain|britain|england|scotland|wales|northern ireland|holland|burma|grande-bretagne|grande bretagne|angleterre|écosse|corée|großbritannien|england|schottland|nordirland|" +
  "holland|korea|gran bretaña|inglaterra|escocia|gran bretagna|inghilterra|scozia|grã-bretanha|inglaterra|escócia|storbritannien|storbritannia|emirates|usa|" +
  "burundi|congo|east timor|ivory coast|cape verde|czech republic|saint vincent|holy see|west germany|east germany|soviet union|yugoslavia|sowjetunion|jugoslawien|ddr";

/** ISO 3166 codes of countries, each two letters. */
const codes =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM " +
  "FR GA GB GD GE GH GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM " +
  "MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR " +
  "TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW";

let known: ReadonlySet<string> | null = null;

/** Whether a name in lower case is that of a country, in one of the languages that are read. */
export function isCountry(name: string): boolean {
  known ??= readCountries();
  return known.has(name);
}

function readCountries(): ReadonlySet<string> {
  const names = new Set(shortNames.split("|"));
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const code of codes.split(" ")) {
      const name = display.of(code)?.toLowerCase();
      if (name === undefined) continue;
      names.add(name);
      if (name.endsWith("s")) names.add(name.slice(0, -1));
    }
  }
  return names;
}
