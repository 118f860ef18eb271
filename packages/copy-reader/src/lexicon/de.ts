import { noParticles } from "./particles.js";
import { mapped, type LanguageLexicon, withoutReportingClauses } from "./language-lexicon.js";
import { words } from "./words.js";

/** Stems of weak verbs of saying, which all take the same endings. */
const weakStems =
  "anmerk antwort appellier argumentier attackier attestier ätz äußer bedauer begründ begrüß beharr behaupt " +
  "beklag bekräftig bekund bemängel bemerk bericht beruhig beschreib beschuldig beschwer bestätig beteuer " +
  "beton bewert bezeichn bezweifel bilanzier brüll charakterisier dank dementier deut droh entgegn " +
  "entschuldig ergänz erinner erklär erläuter ermahn ermunter erwider erzähl fass feier forder formulier " +
  "frag freu frotzel fühl führ geißel glaub gratulier hoff jammer jubel karikier klag kommentier konstatier " +
  "konter kritisier kündig lob mahn mein monier moser mutmaß nann nenn notier plädier poch polter pranger " +
  "präzisier prognostizier prophezei räum reagier relativier resümier rüg sag schein scherz schilder " +
  "schimpf schwärm seufz signalisier spott staun stell teil titel twitter überleg unterstreich urteil " +
  "verkünd verlang verlautbar vermut versicher verspott verteidig verurteil verwahr warn weis wett wetter " +
  "wiederhol witzel wunder wünsch würdig zeig zitier zweifel " +
  "argwöhn ärger attestier bedank bejah bescheinig bestätig beziffer definier diagnostizier ehr empör erkundig erörter " +
  "frohlock garantier hak informier insistier jubilier kolportier kündig lach lächel lamentier leg mail mäkel meld " +
  "murmel murr nörgel orakel philosophier pflicht plauder post prahl predig proklamier propagier protestier quittier raun " +
  "rechtfertig schluchz schmunzel schwör setz sinnier skizzier spekulier stammel stimm stöhn strahl tob tröst umschreib " +
  "befürcht beleidig beschimpf beschwichtig brandmark dräng ermutig fluch füg fürcht rechn rühm schätz sorg tadel titulier träum unk unterstell " +
  "verdeutlich vermeld vermerk vernein vertröst wehr weiger widerleg wiegel winkt wüt zürn";

/** Forms of strong and separable verbs as they are. */
const strongForms =
  "ausdrückt ausdrückte bat befand bekannte bekennt beschreibt beschrieb beschwor beschworen betitelt " +
  "bezeichnen bezeichnet bezeichnete bitten bittet dachte denkt empfahl empfiehlt fand findet gab gaben " +
  "geben geht gestand gesteht gibt ging halten hebt heißen heißt hielt hieß hießen hob hofft hoffte hält " +
  "kam kommt las lauten lautet lautete lauteten liest ließ lobte lässt nahm nannte nannten nennen nennt " +
  "nimmt rechtfertigt rechtfertigte rief riefen riet ruft rät räumte rügte sah schien schließt schloss " +
  "schreiben schreibt schrieb schrieben schwor sehen sichert sicherte sicherten sieht skandierte " +
  "skandierten sprach sprachen sprechen spricht stand steht stellte unterstellt unterstellte unterstreicht " +
  "unterstrich verbat verbot vergleicht verglich verlas verlautet verlautete versprach versprachen " +
  "verspricht verriet verrät vertrat vertritt verweist verwies wandte warb warben warf warfen weist weiß wendet widersprach widerspricht " +
  "wies wiesen wirbt wirft wusste zeigte zieht zog " +
  "befahl befiehlt beschied bestreitet bestritt fuhr fährt sang sangen singen schlug schlägt schob schreit schrie schrien " +
  "trug trägt pries preist lädt lud macht machen machte machten";

/** Strong participles of saying; those of weak verbs follow from their stems. */
const strongParticiples =
  "angedeutet angegeben angenommen ausgegangen ausgesprochen beschrieben beschworen bestritten eingeladen empfohlen empfunden " +
  "entgegengehalten festgehalten geheißen genannt gegeben geheißen gehalten gelassen gelesen gerufen geschrieben geschrien " +
  "geschworen gesehen gesprochen gestanden gesungen getan gewiesen hervorgehoben hingewiesen nachgeschoben unterstrichen " +
  "verglichen verlesen versprochen verwiesen vorgegeben vorgeschlagen vorgeworfen widersprochen zugegeben zugerufen zurückgewiesen";
const separable = "an auf aus bei ein entgegen fest hervor hinzu klar mit nach richtig vor weiter zu zurück".split(" ");
const inseparable = /^(?:be|emp|ent|er|ge|miss|ver|wider|zer|unter|über|wieder)|ier$/u;

const weakForms = [...words(weakStems)].flatMap((stem) => {
  const link = /[dt]$/u.test(stem) || /[^lrhaeiou][mn]$/u.test(stem) ? "e" : "";
  return [`${stem}${link}te`, `${stem}${link}ten`, `${stem}${link}t`, `${stem}en`, `${stem}n`];
});

/** "gesagt", "erklärt", "angekündigt": the participles of the weak verbs, with the prefixes that are before them. */
const weakParticiples = [...words(weakStems)].flatMap((stem) => {
  const end = /[dt]$/u.test(stem) || /[^lrhaeiou][mn]$/u.test(stem) ? "et" : "t";
  const form = inseparable.test(stem) ? `${stem}${end}` : `ge${stem}${end}`;
  return [form, ...separable.map((prefix) => `${prefix}${form}`)];
});

/** Words of office and calling; compounds end in them: "Polizeisprecher", "Umweltministerin". */
const offices =
  "minister ministerin ministers präsident präsidentin präsidenten chef chefin kanzler kanzlerin sprecher " +
  "sprecherin senator senatorin vorsitzende vorsitzender vorsitzenden abgeordnete abgeordneter abgeordneten " +
  "direktor direktorin leiter leiterin sekretär sekretärin beauftragte beauftragter experte expertin anwalt " +
  "anwältin kommissar kommissarin trainer trainerin manager managerin politiker politikerin meister meisterin " +
  "richter richterin forscher forscherin autor analyst stürmer torwart kapitän rätin professor ceo cfo cto boss " +
  "profi star legende vize meteorologin meteorologe unternehmer unternehmerin historiker historikerin ökonom " +
  "aktivist aktivistin journalist journalistin spezialist spezialistin polizist polizistin jurist juristin " +
  "psychologe psychologin soziologe soziologin virologe virologin biologe biologin geologe geologin theologe " +
  "theologin archäologe archäologin epidemiologe epidemiologin arzt ärztin mediziner medizinerin chirurg chirurgin " +
  "ökonomin gründer gründerin inhaber inhaberin besitzer besitzerin betreiber betreiberin führer führerin vorstand " +
  "obmann obfrau hauptmann hauptfrau stadtrat landrat landrätin bundesrat nationalrat regierungsrat dezernent " +
  "dezernentin referent referentin präses bischöfin pfarrerin pastorin dekan dekanin rektor rektorin lehrer " +
  "lehrerin schüler schülerin student studentin doktorand doktorandin landwirt landwirtin bauer bäuerin förster " +
  "försterin jäger jägerin feuerwehrmann kommandant kommandantin leutnant feldwebel botschafterin konsul diplomat " +
  "diplomatin spieler spielerin athlet athletin sportler sportlerin läufer läuferin schwimmer schwimmerin fahrer " +
  "fahrerin pilot pilotin reiter reiterin boxer boxerin sängerin musiker musikerin komponist komponistin dirigent " +
  "dirigentin schauspielerin regisseurin produzent produzentin autorin schriftstellerin dichter dichterin maler " +
  "malerin künstler künstlerin influencer influencerin blogger bloggerin zeuge zeugin anwohner anwohnerin nachbar " +
  "nachbarin kläger klägerin verteidiger verteidigerin ermittler ermittlerin kollegin freund freundin ehemann " +
  "ehefrau sohn tochter bruder schwester vater mutter witwe witwer kenner kennerin experten politologe politologin organisator organisatorin koordinator " +
  "koordinatorin geschäftsführer geschäftsführerin gewerkschafter gewerkschafterin physiker physikerin chemiker " +
  "chemikerin informatiker informatikerin ingenieur ingenieurin architekt architektin statistiker wissenschaftlerin " +
  "pädagoge pädagogin rabbiner imam mönch nonne ordensfrau papst erzbischof weihbischof bundesminister " +
  "staatssekretär staatssekretärin ratsherr ratsfrau bürgermeisterin amtsleiter";

function listOf(list: string): readonly string[] {
  return [...words(list)];
}

/** German: news of Germany, Austria and Switzerland. */
export const germanLexicon: LanguageLexicon = {
  language: "de",
  cues: new Set([...weakForms, ...words(strongForms)]),
  participles: words(""),
  bare: words(
    "sagen erklären betonen meinen nennen bezeichnen sprechen schreiben kritisieren fordern warnen gesagt erklärt betont genannt",
  ),
  weakCues: words(
    "gab gaben gibt geben hielt hält halten nahm nimmt sah sieht sehen fand findet steht stand ließ lässt kam kommt ging geht weiß wusste führte führt " +
      "stellte stellt zog zieht hob hebt zeigte zeigt fühlte fühlt weist wies warf wirft las liest schloss schließt rief ruft fasste fasst hieß heißt hoffte hofft hoffen " +
      "macht machen machte machten sorgt sorgte schätzt rechnet rechnete fuhr fährt legte legt setzte setzt schlug schlägt schob trug trägt post posten postet vertrat vertritt hakt hakte lacht lachte strahlt strahlte stimmt stimmte wehrt wehrte weigert weigerte",
  ),
  nounCues: words(""),
  verbs: words(
    "wurde werden war hatte blieb bleibt begann beginnt plante plant besuchte traf trifft verließ erreichte wohnt lebt arbeitet",
  ),
  passives: words(""),
  reported: words(
    "sei seien habe werde müsse könne solle dürfe wolle gebe gehe komme stehe liege lasse bleibe wisse halte sehe würden würde hätten hätte müssten könnten gehöre fehle",
  ),
  obliqueArticles: words("des dem den eines einem einen seines seinem seinen ihres ihrem ihren"),
  inverted: new Set([...weakForms, ...words(strongForms), "so"]),
  perfects: words(""),
  closers: new Set([...weakParticiples, ...words(strongParticiples)]),
  citers: words("zitiert zitierte zitieren zitierten"),
  impersonals: words("heißt hieß heisst verlautet verlautete"),
  postpositions: words("zufolge gemäß"),
  labelOpeners: words("so dazu hierzu"),
  sources: [
    ["laut"],
    ["nach", "angaben"],
    ["nach", "angaben", "von"],
    ["nach", "angaben", "vom"],
    ["nach", "ansicht", "von"],
    ["nach", "meinung", "von"],
    ["nach", "worten", "von"],
    ["unter", "berufung", "auf"],
    ["nach", "den", "worten"],
    ["nach", "worten"],
    ["nach", "ansicht"],
    ["nach", "auffassung"],
    ["nach", "meinung"],
    ["nach", "informationen"],
    ["nach", "informationen", "von"],
    ["nach", "darstellung"],
    ["nach", "darstellung", "von"],
    ["nach", "überzeugung"],
    ["nach", "überzeugung", "von"],
    ["nach", "auskunft"],
    ["nach", "auskunft", "von"],
    ["nach", "aussage", "von"],
    ["nach", "aussagen", "von"],
    ["nach", "auffassung", "von"],
    ["nach", "einschätzung", "von"],
    ["nach", "den", "worten", "von"],
    ["nach", "den", "angaben"],
    ["nach", "den", "angaben", "von"],
    ["aus", "sicht"],
    ["aus", "sicht", "von"],
    ["in", "den", "augen"],
    ["nach", "aussage"],
    ["nach", "aussagen"],
    ["nach", "einschätzung"],
  ],
  subjectPronouns: new Map([
    ...mapped("er", "he"),
    ...mapped("sie", "she"),
    ...mapped("es", "it"),
    ...mapped("wir", "we"),
    ...mapped("ich", "i"),
    ...mapped("dieser letzterer", "he"),
    ...mapped("diese letztere", "she"),
  ]),
  determiners: words(
    "der die das den dem des ein eine einer einen einem eines dieser diese dieses diesen diesem jener jene sein seine seiner " +
      "seinem seinen ihr ihre ihrer ihrem ihren unser unsere kein keine mehrere einige viele alle beide zwei drei vier fünf manche zahlreiche",
  ),
  prepositions: words(
    "von vom zu zum zur in im an am auf aus bei beim mit nach seit über unter vor für gegen ohne um durch wegen während zwischen laut gegenüber trotz bis ab neben hinter per pro",
  ),
  conjunctions: words(
    "und oder aber denn sondern dass daß weil wenn als ob obwohl nachdem bevor während damit sodass wie wo der die das was",
  ),
  auxiliaries: words(
    "ist sind war waren hat haben hatte hatten wird werden wurde wurden worden gewesen geworden soll sollen sollte kann können konnte muss müssen will wollen wollte habe seien sei nicht",
  ),
  adverbs: words(
    "ihm ihn ihnen mir mich dir dich uns euch passend höhnisch auch noch schon bereits dann dagegen dazu daraufhin zudem außerdem ferner weiter später zuvor heute gestern jedoch allerdings " +
      "inzwischen hingegen etwa unterdessen wörtlich selbst ebenfalls nun damals deshalb hierzu so montag dienstag mittwoch " +
      "donnerstag freitag samstag sonntag derzeit deshalb danach davor bisher bislang trotzdem dennoch daher darum somit seitdem vielmehr " +
      "beispielsweise demnach jetzt mittlerweile anschließend letztlich womöglich vermutlich tatsächlich natürlich lediglich offenbar angeblich insgesamt bald oft immer wieder mehr sehr nur ja doch sonst später gleichzeitig zugleich gegenwärtig dabei weiterhin erneut deutlich schließlich zunächst wiederum sich",
  ),
  titles: new Set([
    ...words(offices),
    ...words(
      "herr frau herrn dr. dr prof. professor professorin präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin " +
        "premier könig königin papst kardinal bischof erzbischof bürgermeister oberbürgermeister bürgermeisterin senator senatorin " +
        "general oberst major hauptmann kommissar direktor direktorin chef chefin sprecher sprecherin trainer kapitän " +
        "abgeordnete abgeordneter richter richterin anwalt anwältin rechtsanwalt forscher forscherin wissenschaftler autor autorin " +
        "schriftsteller journalist journalistin regisseur sänger sängerin schauspieler schauspielerin experte expertin analyst politiker politikerin " +
        "gouverneur botschafter vorsitzender vorsitzende vorsitzenden leiter leiterin kollege parteichef pastor pfarrer ministerpräsident ministerpräsidentin " +
        "ministerpräsidenten bundespräsident außenminister innenminister verteidigungsminister finanzminister justizminister diktator zar scheich ajatollah manager moderator moderatorin",
    ),
  ]),
  courtesies: new Map([...mapped("herr herrn", "he"), ...mapped("frau", "she")]),
  titleEnds: [...words(offices)],
  common: words(
    "der die das den dem des ein eine einer einen einem eines er sie es wir ich ihr sein seine und oder aber denn doch auch nach in im am an auf aus bei mit seit von vom vor zu zum zur für gegen über unter um durch wegen " +
      "während laut so wie als wenn weil dass ob obwohl nachdem bereits schon noch nur nun dann dort hier heute gestern morgen damit dabei dazu dagegen dies diese dieser dieses jetzt allerdings jedoch zudem außerdem " +
      "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember ende anfang mitte zuvor weiter insgesamt trotz kein keine viele einige mehrere alle beide was wer wo warum ihre ihrem " +
      "artikel thema quellen themenverwandte unions neue neuer deutsche deutscher",
  ),
  namers: words(
    "sogenannte sogenannten sogenannter genannte genannten namens motto titel überschrift name namen begriff bezeichnung bereich phänomenbereich kategorie zeitung magazin zeitschrift film buch roman lied song album " +
      "sendung serie show projekt kampagne partei gruppe verein stiftung initiative sprechchöre schlagwort artikel schlagzeile thema tageszeitung wochenzeitung band firma schiff programm stück oper aktion betreff prädikat fernsehserie reihe roman debütroman " +
      "dokumentation doku berichtsband ausstellung bestseller podcast blog portal studie kolumne thriller krimi komödie drama musical theaterstück " +
      "konferenz tagung auszeichnung wettbewerb hymne gedicht essay sachbuch ratgeber bündnis fähre frachter dampfer yacht restaurant hotel café " +
      "kneipe lokal kino theater kanal format modell rubrik hashtag siegel label messe festival",
  ),
  particles: {
    ...noParticles,
    joining: words("und"),
    listing: words("oder sowie"),
    joinsVerbs: words("und"),
    joinsNouns: words("und sowie"),
    joinsCompounds: words("und oder"),
    opensVerb: words("und"),
    subordinates: words("dass"),
    links: words("dass dazu weiter also wörtlich als"),
    pronominal: words("beide viele einige die"),
    opensNamed: words("der die das"),
    soCalled: words("sogenannte sogenannten sogenannter sogenanntes"),
    definite: words("der die das dem den des im am vom zum zur beim laut"),
    contractions: words("im am vom zum zur beim ins"),
    placing: words("in im mit aus auf für über zu bei nach"),
    lightObjects: words("sich das dies es"),
    coming: words("kam kommt kamen kommen stammt stammen stammte"),
    from: words("von vom seitens"),
    containing: words("in im auf aus von vom bei beim seitens"),
    origins: words("aus von vom bei beim seitens"),
    legible: words("lesen stand steht"),
    written: words("geschrieben gedruckt wörtlich"),
    surfaces: words("auf in im an am über unter"),
    active: words("hat habe haben hatte hatten hätte hätten"),
    wordsOf: words("worten satz ruf"),
    summing: words("das dies"),
    shifting: words("bis ab vor nach seit nächsten kommenden vergangenen letzten"),
    daysBack: new Map([
      ["heute", 0],
      ["gestern", 1],
    ]),
  },
  capitalisesNouns: true,
  verbSecond: true,
  inflects: true,
  compounds: true,
  genderedOffices: true,
  peopleTakeArticles: true,
  articles: new Map(mapped("der die das dem den", "it")),
  attaching: words("von vom der des eines einer für aus in im bei beim"),
  attachingPersons: words("von vom der des aus"),
  ...withoutReportingClauses,
  openerEnds: listOf("end lich licherweise erweise weise mals falls wärts haft isch ernd gemäß seits"),
  speechNouns: words(
    "satz sätze worte worten wort wörter ausspruch spruch sprüche zitat zitate frage fragen antwort antworten ruf rufe rufen ausruf vorwurf vorwürfe vorwürfen " +
      "forderung forderungen aussage aussagen bemerkung bemerkungen kommentar kommentare kommentaren begründung behauptung behauptungen these thesen argument " +
      "argumente argumenten warnung warnungen hinweis appell aufforderung botschaft fazit urteil einschätzung formulierung formulierungen passus passage wortlaut " +
      "versprechen ankündigung entschuldigung erklärung feststellung äußerung äußerungen parole parolen aufschrift inschrift mitteilung drohung bitte zuruf zurufe " +
      "zeugnis eindruck gefühl hoffnung ziel vorsatz rat ansage beschwerde kritik lob meinung ansicht auffassung",
  ),
  predicatives: words(
    "nannte nennt nannten nennen genannt bezeichnete bezeichnet bezeichneten bezeichnen titulierte tituliert beschimpfte beschimpft wertete wertet werten " +
      "verurteilte verurteilt kritisierte kritisiert beschrieb beschreibt lobte lobt würdigte würdigt hält hielt halten hielten als",
  ),
};
