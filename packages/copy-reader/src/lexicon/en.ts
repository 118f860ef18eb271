import { noParticles } from "./particles.js";
import { mapped, type LanguageLexicon, withoutReportingClauses, plainGrammar } from "./language-lexicon.js";
import { words } from "./words.js";

const regularVerbs =
  "accuse acknowledge add address admit advise advocate affirm agree allege announce answer applaud argue ask assail " +
  "assert assure attack attest attribute bemoan berate blame blast boast brand castigate cast caution celebrate challenge " +
  "characterize characterise charge chide chime cite claim clarify comment compare complain concede conclude condemn confess " +
  "confirm congratulate contend counter criticize criticise cry declare decry defend demand denounce deny depict deride describe " +
  "detail disclose dismiss dispute dub echo elaborate emphasize emphasise encourage endorse estimate exclaim explain express fire " +
  "fault frame fume gripe hail highlight implore imply indicate inform inquire insist instruct interject invoke introduce " +
  "joke joked lament label lambaste lambast laugh liken link maintain mention mock muse mutter note notify object observe offer " +
  "opine order outline pan paint pen phrase plead pledge point portray post praise predict present proclaim promise " +
  "promote pronounce propose protest question quip quote recall recommend recount refer reflect refute reiterate reject " +
  "relate remark remind repeat reply report request respond retort reveal rip roar rule scoff shout sign slam snap speculate " +
  "state stress suggest summarize tease term testify thank threaten thunder title tout trash tweet retweet underline " +
  "underscore urge utter vent vow voice warn welcome whisper wonder yell cheer chant conceive consider press pressed sigh " +
  "signal specify assess touch title bill slammed deem crow gush hint lecture lash rail rant scold sneer snipe stammer " +
  "declare decree feature display contain conclude continue start begin open close finish sum text email e-mail blog wax " +
  "wish argue mention caution read message mouth cable advise conclude credit dare deadpan deflect demur diagnose hope " +
  "beam bark scoff bellow grumble fret boom intone invite marvel murmur perceive preach prod rebuke rebut rejoin scream sing sound spell stipulate swear ticked tick vote " +
  "extol laud commend rebuff chastise denigrate disparage ridicule scorn belittle deplore bash blister skewer pillory vilify admonish " +
  "reprimand upbraid excoriate gloat brag jest riff recite chuckle sniff snort snarl growl moan groan whine wail hiss blurt concur " +
  "parry retaliate contradict counsel exhort beg beseech appeal nudge foresee prophesy herald trumpet narrate nickname surmise " +
  "theorize hypothesize project forecast posit calculate envision envisage conjecture deduce judge guess assume presume suppose suspect worry resolve " +
  "lie holler croon chortle giggle rhapsodize pontificate editorialize reminisce interrupt interpose correct commiserate console reassure bristle thunder " +
  "wail sob weep whimper splutter sputter stutter drawl purr preen pronounce exclaim caution lobby pitch plead reason theorise hypothesise philosophize " +
  "quibble nitpick protest bluster fulminate inveigh declaim orate soliloquize recollect reveal propound venture wager aver allege profess attest vouch reckon confide divulge volunteer enthuse fume rejoice grouse gripe";

const irregularVerbs =
  "say:says:said:saying tell:tells:told:telling write:writes:wrote:writing think:thinks:thought:thinking " +
  "call:calls:called:calling know:knows:knew:knowing speak:speaks:spoke:speaking put:puts:put:putting " +
  "go:goes:went:going feel:feels:felt:feeling see:sees:saw:seeing believe:believes:believed:believing " +
  "hold:holds:held:holding hit:hits:hit:hitting make:makes:made:making give:gives:gave:giving " +
  "read:reads:read:reading shoot:shoots:shot:shooting sing:sings:sang:singing begin:begins:began:beginning " +
  "swear:swears:swore:swearing foretell:foretells:foretold:foretelling hear:hears:heard:hearing " +
  "find:finds:found:finding show:shows:showed:showing quip:quips:quipped:quipping pan:pans:panned:panning " +
  "rebut:rebuts:rebutted:rebutting pen:pens:penned:penning dub:dubs:dubbed:dubbing refer:refers:referred:referring " +
  "rip:rips:ripped:ripping slam:slams:slammed:slamming snap:snaps:snapped:snapping sum:sums:summed:summing " +
  "spell:spells:spelled:spelling deem:deems:deemed:deeming reply:replies:replied:replying deny:denies:denied:denying " +
  "testify:testifies:testified:testifying cry:cries:cried:crying decry:decries:decried:decrying admit:admits:admitted:admitting " +
  "imply:implies:implied:implying clarify:clarifies:clarified:clarifying specify:specifies:specified:specifying " +
  "notify:notifies:notified:notifying infer:infers:inferred:inferring regret:regrets:regretted:regretting submit:submits:submitted:submitting demur:demurs:demurred:demurring";

interface VerbForms {
  readonly base: string;
  readonly finite: readonly string[];
  readonly participle: string;
}

const irregular = irregularVerbs.split(" ").map(readForms);
const irregularBases = new Set(irregular.map((verb) => verb.base));
const verbs = [
  ...irregular,
  ...regularVerbs
    .split(/\s+/u)
    .filter((base) => !irregularBases.has(base))
    .map(inflect),
];

function readForms(entry: string): VerbForms {
  const [base = "", third = "", past = "", participle = ""] = entry.split(":");
  return { base, finite: [third, past], participle };
}

function inflect(base: string): VerbForms {
  if (/[^aeiou]y$/u.test(base)) {
    const stem = base.slice(0, -1);
    return { base, finite: [`${stem}ies`, `${stem}ied`], participle: `${base}ing` };
  }
  const mute = base.endsWith("e");
  const third = /(?:s|sh|ch|x|z)$/u.test(base) ? `${base}es` : `${base}s`;
  return { base, finite: [third, `${base}${mute ? "d" : "ed"}`], participle: `${mute ? base.slice(0, -1) : base}ing` };
}

/** Forms in -ing that are mostly nouns in the news. */
const nounParticiples = words(
  "hearing feeling finding opening ruling ending meaning beginning briefing meeting posting",
);

/** English: the news of both sides of the Atlantic. */
export const englishLexicon: LanguageLexicon = {
  language: "en",
  cues: new Set([...verbs.flatMap((verb) => verb.finite), "quipped", "according"]),
  participles: new Set(verbs.map((verb) => verb.participle).filter((form) => !nounParticiples.has(form))),
  bare: new Set(verbs.map((verb) => verb.base)),
  weakCues: words(
    "make give go hold see find show keep hear begin start open close made makes put puts gave gives went goes held holds hit hits saw sees found finds showed shows shot shoots knew knows felt feels " +
      "heard hears began begins started starts opened opens closed closes ended ends finished finishes kept raised cast casts " +
      "introduced introduces displayed contained contains featured features addressed linked links signed touched touches " +
      "pressed presses named names challenged challenges supported promised promises issued posted posts painted assessed indicated " +
      "appealed appeals volunteered volunteers nicknamed nicknames bashed bashes blistered recited recites " +
      "lobbied interrupted interrupts pitched pitches judged judges resolved resolves corrected corrects ventured ventures assumed assumes suspected suspects showed believed believes thought thinks considered considers answered reflected reflects",
  ),
  nounCues: words(
    "remarks jokes claims questions attacks reports demands promises calls comments threats quotes states points mentions requests " +
      "protests answers complaints shows features tweets details names labels terms touches titles notes challenges texts emails posts " +
      "projects judges guesses pitches reasons worries lies lobbies wagers ventures forecasts votes links holds hints fires counters cables boasts voices sounds hopes blasts urges vows fears",
  ),
  verbs: words(
    "sent sends make take takes took get gets got came comes come left leaves won wins win lost loses lose kept keeps keep ran runs run met meets meet led leads " +
      "lead stood stands stand became becomes become brought brings built builds bought buys drew draws fell falls fall grew grows paid pays rose rises sat sits " +
      "set sets spent spends sought seeks threw throws wore wears want wants wanted need needs needed seem seems seemed appear appears appeared remain remains remained " +
      "let lets turned turns turn moved moves used uses tried tries try worked works lived lives helped helps asked served serves died killed rallied ended won " +
      "refused refuses declined declines decided decides agreed voted votes faced faces joined joins attended attends visited visits arrived arrives returned returns " +
      "embraced escaped struck strikes fought fights chose chooses broke breaks spoke went hopes expects expected plans planned likes liked loves loved hates hated barked",
  ),
  passives: words("is are was were be been being isn't wasn't aren't weren't got gets"),
  reported: words(""),
  obliqueArticles: words(""),
  inverted: words(
    "said says say wrote writes asked asks added adds explained explains tweeted tweets replied recalled noted notes " +
      "declared concluded continued continues insisted argued argues observed remarked responded quipped warned warns joked " +
      "announced exclaimed shouted counters countered agreed reads read began mused complained lamented predicted " +
      "opined answered admitted conceded echoed yelled cried whispered suggested stated reported reports",
  ),
  perfects: words(""),
  closers: words(""),
  citers: words("quote quotes quoted quoting"),
  impersonals: words(""),
  postpositions: words(""),
  labelOpeners: words(""),
  sources: [
    ["according", "to"],
    ["in", "the", "words", "of"],
    ["as", "per"],
  ],
  subjectPronouns: new Map([
    ...mapped("he", "he"),
    ...mapped("she", "she"),
    ...mapped("they", "they"),
    ...mapped("it", "it"),
    ...mapped("who", "who"),
    ...mapped("i", "i"),
    ...mapped("we", "we"),
  ]),
  determiners: words(
    "the a an this these those his her their its our my one another some many several two three four five six seven eight " +
      "nine ten both other most all any each every no few more such dozens scores hundreds",
  ),
  prepositions: words(
    "of in at to for with by from on about into over under against after before during between among through without within " +
      "near toward towards upon across behind beyond despite since until than via amid alongside outside inside like including " +
      "regarding concerning around as per off",
  ),
  conjunctions: words(
    "and but or nor yet so while when because although though if whether whereas unless where after before as until since once that which what how why",
  ),
  auxiliaries: words(
    "is are was were be been being am has have had having do does did will would shall should can could may might must won't " +
      "wouldn't didn't doesn't don't can't couldn't isn't wasn't weren't hasn't haven't hadn't not never he'd she'd n't",
  ),
  adverbs: words(
    "also later then once again still even now just only recently repeatedly often earlier previously subsequently initially " +
      "finally eventually first simply further soon today tomorrow yesterday sometimes always ever once famously infamously " +
      "quickly immediately similarly meanwhile instead however thus therefore nevertheless nonetheless moreover almost perhaps " +
      "monday tuesday wednesday thursday friday saturday sunday back out ago publicly privately bluntly flatly reportedly all",
  ),
  titles: words(
    "president vice-president prime minister premier chancellor secretary general sen. senator senators rep. representative reps. congressman " +
      "congresswoman gov. governor lt. mayor speaker chairman chairwoman chair chairperson chief justice judge attorney counsel king queen " +
      "prince princess pope cardinal archbishop bishop rabbi imam ayatollah sheikh sheik sultan emir shah mullah rev. reverend pastor father sister brother " +
      "dr. dr prof. professor capt. captain col. colonel gen. maj. major sgt. sergeant lieutenant adm. admiral commander " +
      "cmdr. officer detective inspector superintendent supt. constable sheriff marshal ambassador amb. envoy consul commissioner director executive ceo " +
      "cfo coo founder co-founder owner editor publisher reporter correspondent columnist anchor host moderator journalist author " +
      "writer novelist poet actor actress singer comedian filmmaker coach manager captain quarterback economist analyst strategist " +
      "adviser advisor aide spokesman spokeswoman spokesperson consultant lawyer pollster activist organizer candidate nominee " +
      "hopeful frontrunner front-runner rival leader whip majority minority democrat republican conservative liberal libertarian socialist independent " +
      "billionaire businessman businesswoman investor mogul tycoon banker trader scientist historian scholar researcher physicist expert deputy acting former " +
      "ex-president then-president sir dame lord lady baroness baron count st. hon. mp mep councilman councilwoman councillor alderman assemblyman " +
      "assemblywoman delegate supervisor treasurer comptroller auditor clerk warden pm fm undersecretary first lady supreme foreign finance defense defence interior " +
      "state senior junior veteran star legend champion colleague friend wife husband son daughter mother sister-in-law uncle aunt " +
      "cousin grandmother grandfather widow widower voter resident teacher student farmer driver nurse doctor surgeon",
  ),
  courtesies: new Map([
    ...mapped("mr. mr messrs. sir lord king prince", "he"),
    ...mapped("mrs. mrs ms. ms miss mme. dame lady queen princess baroness", "she"),
  ]),
  titleEnds: [],
  common: words(
    "the a an this that these those he she they it we i you his her their its our my your who what when where why how and but or nor yet so if " +
      "in on at to for with by from of about into over under against after before during between among through without within near since until " +
      "as is are was were has have had do does did will would can could may might must not no yes there here then than now while although though because " +
      "meanwhile however still also even just only both each every some many most more several few all any other another one two three four five six " +
      "seven eight nine ten once again asked speaking following according despite instead later earlier moreover nevertheless indeed perhaps maybe " +
      "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
      "jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. last next this such those like unlike up down out off well first second third no. see partial read listen watch " +
      "tweeted retweeted tweets besides additionally furthermore consequently similarly likewise otherwise afterward afterwards elsewhere overall ultimately frankly honestly clearly " +
      "obviously apparently fortunately unfortunately sadly surprisingly ironically interestingly importantly notably specifically generally eventually " +
      "finally initially previously recently currently today tomorrow yesterday tonight sometimes often usually always never nothing everything something " +
      "someone anyone everyone everybody nobody none neither either whether whoever wherever whenever these thus hence therefore nonetheless",
  ),
  namers: words(
    "so-called titled entitled nicknamed dubbed headlined captioned named book novel memoir movie film documentary show series song album play magazine podcast program sitcom slogan motto hashtag",
  ),
  ...plainGrammar,
  particles: {
    ...noParticles,
    joining: words("and"),
    listing: words("or"),
    joinsVerbs: words("and"),
    opensVerb: words("and but or"),
    relatives: words("that which"),
    asides: words("which whose"),
    subordinates: words("that who which"),
    beforeParticiples: words("by before after while in"),
    clauseOpeners: words("when while where and but that"),
    agents: words("from by"),
    links: words("that as also it him her them"),
    concessions: words("though however"),
    pronominal: words("both many some other others another several all"),
    alone: words("both another other others many some several"),
    plurals: words("they we i who people police two three both some others many men women"),
    opensDescription: words("the a an this that"),
    opensNamed: words("the"),
    soCalled: words("so-called"),
    asking: words("ask asks asked pressed"),
    posting: words("tweets tweeted retweets retweeted"),
    performing: words("sang sing sings read reads hummed recite recites recited reciting titled wrote writes entitled"),
    presenting: words("'s is was comes came"),
    presenters: words("there here"),
    equating: words("is was"),
    manners: words("how"),
    shifting: words("next until till by before after since from through last"),
    daysBack: new Map([
      ["today", 0],
      ["yesterday", 1],
    ]),
  },
  articles: new Map(mapped("the", "it")),
  attaching: words("of for at from in with on to by about near behind"),
  attachingPersons: words("of for at from with"),
  ...withoutReportingClauses,
};
