/** Capitalised words that mark an organisation, a work or an institution rather than a person. Lower case. */
export const organisationWords: ReadonlySet<string> = new Set(
  (
    "university college school institute institution foundation committee commission council party union association federation " +
    "league society agency bureau department ministry office court senate house congress parliament bundestag bundesrat knesset " +
    "administration government campaign company corp corp. corporation inc inc. ltd ltd. llc plc gmbh ag group holdings bank fund capital partners " +
    "trust church hospital clinic museum theater theatre center centre hall hotel airport airlines airways street avenue road square park " +
    "news times post journal tribune herald gazette chronicle magazine review daily press radio television tv network channel media " +
    "army navy force forces guard police fbi cia nsa nato eu un u.n. u.s. us usa uk u.k. gop dnc rnc nra aclu naacp epa irs nasa " +
    "act bill amendment treaty agreement pact accord deal law code constitution report project program plan initiative movement " +
    "award prize medal cup championship olympics games bowl series conference summit convention forum caucus primary debate election " +
    "rovers wanderers hotspur turbine turbines motors airlines energie werke motoren logistics pharma brewery team club united fc city county state states republic kingdom emirates islands coast valley beach mountain river lake ocean sea " +
    "reuters politico breitbart huffpost buzzfeed cnn nbc abc cbs msnbc fox bbc npr afp dpa bloomberg twitter facebook youtube tiktok instagram telegram bluesky mastodon wikinews " +
    "republicans democrats conservatives liberals christians muslims jews americans britons germans iranians russians europeans " +
    "democratic republican european british french german russian chinese iranian israeli palestinian turkish ukrainian canadian mexican indian pakistani islamic catholic jewish muslim christian " +
    "black white native supreme federal national international united american super pac pacs planned tea " +
    "partei gewerkschaft verband universität ministerium gericht polizei zeitung gesellschaft stiftung verein bundesregierung landtag " +
    "organisation agentur behörde bundesamt bundesgericht unternehmen konzern kirche kommission rat"
  ).split(" "),
);

/** Last words of clubs, firms and institutions that make a name of three words theirs, a first name before or not. */
export const organisationEnds: ReadonlySet<string> = new Set(
  (
    "rovers united wanderers athletic albion rangers celtic hotspur orient argyle harriers hornets tigers lions eagles bulls city town county fc afc club " +
    "turbine turbines motors steel energy energie electric airways airlines bau werke motoren technologies systems solutions industries logistics pharma " +
    "pharmaceuticals foods brewery shipping lines group gruppe holding holdings bank trust insurance partners associates capital ventures media press records " +
    "studios pictures entertainment university universität université universidad college school institute institut institution foundation stiftung fondation " +
    "fundación hospital museum gallery library theatre theater orchestra philharmonic society association council committee commission ltd inc gmbh ag sa spa srl oy ab nv bv kg plc llc"
  ).split(" "),
);

/** Places that stand without an office before them. Lower case, several words joined by a space. */
export const placeNames: ReadonlySet<string> = new Set(
  (
    "afghanistan|albania|algeria|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|bolivia|bosnia|brazil|britain|bulgaria|cambodia|" +
    "canada|chile|china|colombia|croatia|cuba|cyprus|denmark|ecuador|egypt|england|estonia|ethiopia|europe|finland|france|gaza|georgia|germany|ghana|greece|haiti|" +
    "hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|latvia|lebanon|libya|lithuania|" +
    "luxembourg|malaysia|mali|malta|mexico|moldova|mongolia|morocco|myanmar|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|norway|oman|pakistan|" +
    "palestine|panama|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|saudi arabia|scotland|serbia|singapore|slovakia|slovenia|somalia|south africa|south korea|" +
    "spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|thailand|tunisia|turkey|uganda|ukraine|united states|united kingdom|uruguay|venezuela|vietnam|wales|yemen|" +
    "zambia|zimbabwe|africa|asia|america|latin america|middle east|gulf|west bank|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|" +
    "illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|" +
    "new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|" +
    "wisconsin|wyoming|washington|london|paris|berlin|moscow|beijing|tokyo|tehran|baghdad|kabul|cairo|jerusalem|tel aviv|damascus|beirut|riyadh|dubai|doha|ankara|istanbul|" +
    "athens|rome|madrid|barcelona|lisbon|vienna|zurich|geneva|brussels|amsterdam|copenhagen|stockholm|oslo|helsinki|warsaw|prague|budapest|bucharest|sofia|belgrade|kyiv|kiev|" +
    "minsk|delhi|new delhi|mumbai|islamabad|karachi|lahore|dhaka|bangkok|hanoi|jakarta|manila|seoul|pyongyang|shanghai|hong kong|taipei|sydney|melbourne|canberra|toronto|ottawa|" +
    "montreal|vancouver|chicago|boston|los angeles|san francisco|san diego|seattle|portland|denver|phoenix|dallas|houston|austin|san antonio|miami|orlando|tampa|atlanta|charlotte|" +
    "philadelphia|pittsburgh|baltimore|cleveland|cincinnati|columbus|detroit|milwaukee|minneapolis|st. louis|kansas city|new orleans|las vegas|manhattan|brooklyn|queens|bronx|" +
    "silicon valley|calif.|fla.|ill.|ind.|mass.|mich.|minn.|miss.|mo.|neb.|nev.|okla.|ore.|pa.|tenn.|tex.|vt.|va.|wash.|wis.|wyo.|ala.|ariz.|ark.|colo.|conn.|del.|ga.|ky.|la.|md.|n.h.|n.j.|n.y.|n.c.|s.c.|d.c.|sandy hook|wall street|capitol hill|white house|downing street|kremlin|pentagon|des moines|manchester|deutschland|österreich|schweiz|frankreich|england|großbritannien|" +
    "russland|china|japan|europa|amerika|usa|italien|spanien|polen|ungarn|türkei|griechenland|israel|iran|irak|syrien|libyen|ägypten|afghanistan|indien|münchen|hamburg|köln|frankfurt|" +
    "stuttgart|düsseldorf|dresden|leipzig|bremen|hannover|nürnberg|wien|zürich|genf|bern|brüssel|rom|mailand|moskau|peking|washington|teheran|niedersachsen|bayern|sachsen|hessen|" +
    "thüringen|brandenburg|nordrhein-westfalen|baden-württemberg|schleswig-holstein|rheinland-pfalz|sachsen-anhalt|mecklenburg-vorpommern|saarland|bonn|dortmund|essen|cottbus|" +
    "straßburg|baltikum|facebook|twitter|truth social|google|youtube|instagram|medicare|medicaid|obamacare|brexit|christmas|thanksgiving|easter|ramadan|god|islam|internet"
  ).split("|"),
);

/** Nouns that together with a name before them make a group or a person: "the Smith campaign", "Smith aides". */
export const groupNouns: ReadonlySet<string> = new Set(
  (
    "campaign administration team camp organization organisation spokesman spokeswoman spokesperson official officials aide aides ally allies adviser advisers advisor advisors " +
    "supporter supporters surrogate surrogates staffer staffers staff attorney attorneys lawyer lawyers lawmaker lawmakers representative representatives " +
    "strategist strategists operative operatives delegate delegates voter voters donor donors critic critics backer backers loyalist loyalists volunteer volunteers " +
    "foundation group board committee department office university professor columnist reporter correspondent analyst editor writer author host anchor chairman chairwoman president " +
    "director manager leader leaders member members chief secretary senator senators governor mayor ambassador minister ministry government police authorities executives executive " +
    "ceo founder co-founder resident residents native statement report reports article editorial story post tweet ad memo letter poll email emails website site blog newspaper magazine " +
    "employee employees worker workers bureau desk department correspondent party caucus cabinet family lobby insider insiders veteran veterans consultant consultants pollster historian scholar expert experts researcher researchers " +
    "co-host blogger journalist journalists activist activists organizer organizers businessman businesswoman investor financier developer retiree student teacher farmer owner " +
    "democrat democrats republican republicans native nominee candidate frontrunner rival rivals opponent opponents challenger ranking senior deputy political communications press media policy national state foreign legal general co-chair chair head"
  ).split(" "),
);

/** "Rüstungskonzern Rheinmetall": ends of compounds that say what a thing with a name is. */
export const describesThing =
  /(?:konzern|agentur|magazin|firma|unternehmen|hersteller|verein|verband|partei|bank|gruppe|zeitung|blatt|sender|portal|team|klub|club|stiftung|universität|hochschule|institut|kanzlei|behörde|amt|ministerium|organisation|plattform|dienst|börse|kette|marke|reederei|werft|fabrik|gewerkschaft|initiative|bündnis)$/u;
