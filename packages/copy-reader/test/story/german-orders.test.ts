import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

/** The words that name the speaker of each quotation. */
function speakersOf(text: string): readonly (string | null)[] {
  const { elements } = readPlainCopy(text, { headline: "-", language: "de" });
  return elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : [])).map((q) => q.speakerText);
}

type Case = readonly [text: string, ...speakers: string[]];

/** The orders in which German news puts speaker, verb and quotation. */
const orders: readonly Case[] = [
  ["„Der Damm hält“, unterstrich Deichgraf Folkert Immen gegenüber dem Sender.", "Deichgraf Folkert Immen"],
  ["„Der Damm hält“, beruhigt Immen die Anwohner.", "Immen"],
  ["„Der Damm hält noch“, findet die Rentnerin.", "die Rentnerin"],
  ["„Der Damm hält noch“, flüsterte Thorben Quast.", "Thorben Quast"],
  ["„Der Damm hält noch“, wirft ihm Quast vor.", "Quast"],
  ["„Der Damm hält noch“, lässt sich der Bürgermeister von Ostwiek zitieren.", "der Bürgermeister von Ostwiek"],
  ["„Der Damm hält noch“, gab sich Immen zuversichtlich.", "Immen"],
  ["„Der Damm hält noch“, zeigte sich Deichgräfin Levke Immen überzeugt.", "Deichgräfin Levke Immen"],
  [
    "„Der Damm hält noch“, so die Sprecherin des Wasserwerks, Levke Immen.",
    "die Sprecherin des Wasserwerks, Levke Immen",
  ],
  [
    "„Der Damm hält noch“, meinte der 54-jährige Landwirt Hauke Brodersen aus Ostwiek.",
    "der 54-jährige Landwirt Hauke Brodersen aus Ostwiek",
  ],
  ["„Der Damm hält noch“, teilte die Behörde am Montag in Ostwiek mit.", "die Behörde"],
  ["„Der Damm hält noch“, heißt es in einer Mitteilung der Behörde.", "einer Mitteilung der Behörde"],
  ["Laut Immen sei der Damm „noch lange nicht am Ende“.", "Immen"],
  ["Dem Deichgrafen zufolge ist der Damm „noch lange nicht am Ende“.", "Dem Deichgrafen"],
  ["Nach Angaben der Polizei kam es „zu keinerlei Zwischenfällen“.", "der Polizei"],
  ["Nach Angaben eines Sprechers der Feuerwehr wurde „niemand ernsthaft verletzt“.", "eines Sprechers der Feuerwehr"],
  [
    "Nach Ansicht des Juristen Hauke Brodersen handelt es sich um „einen klaren Verstoß gegen das Gesetz“.",
    "des Juristen Hauke Brodersen",
  ],
  ["Nach Einschätzung der Gutachter bleibt der Damm „auf Jahre hinaus gefährdet“.", "der Gutachter"],
  ["Nach den Worten von Levke Immen bleibt der Damm „auf Jahre hinaus gefährdet“.", "Levke Immen"],
  [
    "Der Vorsitzende des Vereins, Hauke Brodersen, sprach von einem „schwarzen Tag für die Küste“.",
    "Der Vorsitzende des Vereins, Hauke Brodersen",
  ],
  ["Hauke Brodersen (Freie Wähler) sprach von einem „schwarzen Tag für die Küste“.", "Hauke Brodersen (Freie Wähler)"],
  [
    "Levke Immen, Sprecherin des Wasserwerks, sprach von einem „schwarzen Tag für die Küste“.",
    "Levke Immen, Sprecherin des Wasserwerks",
  ],
  ["Levke Immen von der Deichwacht sprach von einem „schwarzen Tag für die Küste“.", "Levke Immen von der Deichwacht"],
  ["Als „schwarzen Tag für die Küste“ bezeichnete Levke Immen die Entscheidung.", "Levke Immen"],
  ["Von einem „schwarzen Tag für die Küste“ sprach Levke Immen.", "Levke Immen"],
  ["Einen „schwarzen Tag für die Küste“ nannte der Deichgraf die Entscheidung.", "der Deichgraf"],
  ["Die Opposition warf dem Senat vor, er habe „die Küste einfach vergessen“.", "Die Opposition"],
  ["Der Senat habe „die Küste einfach vergessen“, kritisierte die Opposition.", "die Opposition"],
  ["Der Senat habe „die Küste einfach vergessen“, so die Opposition.", "die Opposition"],
  ["Am Abend trat Levke Immen vor die Presse: „Wir bauen den Damm neu auf.“", "Levke Immen"],
  ["Auf die Frage nach den Kosten entgegnete der Deichgraf knapp: „Das sehen wir später.“", "der Deichgraf"],
  ["Gegenüber der Ostzeitung erklärte der Deichgraf: „Das sehen wir alles später.“", "der Deichgraf"],
  ["In einem Interview mit der Ostzeitung erklärte der Deichgraf: „Das sehen wir alles später.“", "der Deichgraf"],
  ["Der Deichgraf hatte am Sonntag noch gesagt: „Das sehen wir alles später.“", "Der Deichgraf"],
  [
    "Der Deichgraf, der seit Jahren vor Fluten warnt, sagte: „Das sehen wir alles später.“",
    "Der Deichgraf, der seit Jahren vor Fluten warnt",
  ],
  ["Er sei enttäuscht, sagte Hauke Brodersen. „So geht man nicht mit Menschen um.“", "Hauke Brodersen"],
  ["Hauke Brodersen zeigte sich enttäuscht. „So geht man nicht mit Menschen um.“", "Hauke Brodersen"],
  ["Hauke Brodersen reagierte enttäuscht: „So geht man nicht mit Menschen um.“", "Hauke Brodersen"],
  ["Enttäuscht äußerte sich auch Hauke Brodersen: „So geht man nicht mit Menschen um.“", "Hauke Brodersen"],
  ["Anders sieht das Hauke Brodersen: „So geht man nicht mit Menschen um.“", "Hauke Brodersen"],
  ["Kritik kam von Hauke Brodersen: „So geht man nicht mit Menschen um.“", "Hauke Brodersen"],
  [
    "Scharfe Kritik kam von der Deichwacht. „So geht man nicht mit Menschen um“, sagte ihr Sprecher Hauke Brodersen.",
    "ihr Sprecher Hauke Brodersen",
  ],
  ["Die Deichwacht forderte, „die Mittel endlich freizugeben“.", "Die Deichwacht"],
  ["Dass der Damm hält, sei „ein großes Glück für alle“, sagte Immen weiter.", "Immen"],
  ["Immen sagte weiter, der Damm sei „ein großes Glück für alle“.", "Immen"],
  ["Weiter sagte Immen, der Damm sei „ein großes Glück für alle“.", "Immen"],
  ["„Das ist“, sagte Levke Immen, „ein großes Glück für alle.“", "Levke Immen", "Levke Immen"],
  ["„Ein großes Glück für alle“ sei das, sagte Levke Immen.", "Levke Immen"],
  ["„Ein großes Glück für alle“ – so nannte Levke Immen den Bau.", "Levke Immen"],
  ["Der Bund und die Länder erklärten, sie würden „alles Nötige umgehend tun“.", "Der Bund und die Länder"],
  [
    "Bundesumweltministerin Levke Immen und Deichgraf Hauke Brodersen erklärten, der Damm sei „ein großes Glück für alle“.",
    "Bundesumweltministerin Levke Immen und Deichgraf Hauke Brodersen",
  ],
  [
    "Ein Sprecher des Ministeriums für Küstenschutz sagte auf Anfrage: „Dazu äußern wir uns nicht.“",
    "Ein Sprecher des Ministeriums für Küstenschutz",
  ],
  ["Ein Sprecher der Stadt wollte sich nicht äußern: „Dazu sagen wir derzeit gar nichts.“", "Ein Sprecher der Stadt"],
  ["Wörtlich sagte Immen: „Dazu äußern wir uns nicht.“", "Immen"],
  ["Ähnlich äußerte sich Immen: „Dazu äußern wir uns nicht.“", "Immen"],
  ["Zusammenfassend stellt Immen fest: „Dazu äußern wir uns nicht.“", "Immen"],
  ["Der Damm bleibe, betonte Deichgraf Immen, „für alle Zeiten erhalten“.", "Deichgraf Immen"],
  ["Immen wird mit den Worten zitiert: „Dazu äußern wir uns nicht.“", "Immen"],
  ["Die Ostzeitung zitierte Immen mit den Worten: „Dazu äußern wir uns nicht.“", "Immen"],
  ["„Dazu äußern wir uns nicht“, zitiert die Ostzeitung den Deichgrafen.", "den Deichgrafen"],
  ["Mit den Worten „Dazu äußern wir uns nicht“ verließ Immen den Saal.", "Immen"],
  ["Unter Berufung auf Ermittler berichtet die Ostzeitung, der Täter habe „völlig die Nerven verloren“.", "Ermittler"],
  [
    "Der Direktor des Instituts für Meereskunde in Ostwiek, Hauke Brodersen, sieht „erhebliche Risiken für die Küste“.",
    "Der Direktor des Instituts für Meereskunde in Ostwiek, Hauke Brodersen",
  ],
  [
    "Der Fischer Hauke Brodersen aus Ostwiek sieht „erhebliche Risiken für die Küste“.",
    "Der Fischer Hauke Brodersen aus Ostwiek",
  ],
  ["Für Hauke Brodersen ist das „ein großes Glück für alle“.", "Hauke Brodersen"],
  ["Auf dem Banner der Bewegung war zu lesen: „Rettet endlich unsere Deiche!“", "dem Banner der Bewegung"],
  ["Bürgermeister Focke Fries freute sich: „Das ist ein Anfang.“", "Bürgermeister Focke Fries"],
  ["Focke Fries fasste zusammen: „Das ist ein guter Anfang.“", "Focke Fries"],
  ["Fries wurde deutlicher: „Das ist ein guter Anfang.“", "Fries"],
  ["Der Anwalt des Klägers Fries meinte: „Das ist ein guter Anfang.“", "Der Anwalt des Klägers Fries"],
  ["„Das ist ein guter Anfang“ sagte Focke Fries.", "Focke Fries"],
  ["„Das ist ein guter Anfang.“ (Focke Fries)", "Focke Fries"],
];

describe("German: the speaker is named whole in any order of words", () => {
  test.each(orders.map(([text, ...speakers]) => [text, speakers] as const))("%s", (text, speakers) => {
    expect(speakersOf(text)).toEqual(speakers);
  });
});

/** Names in quotation marks, and a few similar sentences with words that somebody said. */
const names: readonly Case[] = [
  ["Die Bürgerinitiative „Rettet die Küste“ sammelt Spenden."],
  ["Die Fähre „Stolz von Ostwiek“ liegt im Hafen."],
  ["Sie spielte in Filmen wie „Die Flut kommt“ und „Der lange Deich“."],
  ["Der Verein „Hand in Hand“ hilft den Opfern."],
  ["Das Bündnis „Ostwiek ist bunt“ rief zur Kundgebung auf."],
  ["Der Roman „Im Schatten des Deichs“ erschien im Mai."],
  ["Mit „Wind aus Nord“ gewann sie den Preis der Stadt."],
  ["Ihr Buch „Was die Flut nimmt“ erscheint im Herbst."],
  ["Das Album „Lieder vom Meer“ enthält zwölf Stücke."],
  ["Auf der Konferenz „Zukunft der Küste“ sprach Levke Immen."],
  ["Der Kutter mit dem Namen „Tochter des Windes“ sank."],
  ["Die Zeitschrift „Meer und Land“ berichtete darüber."],
  ["Der Preis „Goldener Anker der Küste“ geht an Levke Immen."],
  ["Die Ausstellung „Leben am Deich“ ist bis Mai zu sehen."],
  ["Der Dokumentarfilm „Land unter Wasser“ läuft am Abend."],
  ["Im Lied „Wenn der Deich bricht“ geht es um die Flut."],
  ["Er trug ein Hemd mit der Zeile „Ich liebe Ostwiek“."],
  ["In der Reihe „Menschen am Meer“ liest sie am Montag."],
  ["Die Partei „Die Küste zuerst“ trat nicht an."],
  ["Das Schiff „Perle der See“ und der Kutter „Stern von Malden“ stießen zusammen."],
  ["Unter dem Titel „Die Küste im Wandel“ tagten Fachleute."],
  ["Das Gesetz „zur Sicherung der Deiche an der Küste“ trat in Kraft."],
  ["Die Operation „Ruhige See im Norden“ begann am Montag."],
  ["Das Spiel „Mensch am Deich“ verkauft sich gut."],
  ["Ihre Rolle in „Der letzte Deich“ machte sie bekannt."],
  ["Er moderierte die Sendung „Guten Morgen Ostwiek“."],
  ["Der Verband nannte die Pläne „Unfug auf Kosten der Küste“.", "Der Verband"],
  ["Der Satz „Wir schaffen das nicht“ stammt von Levke Immen.", "Levke Immen"],
  ["Der Slogan „Mehr Deich für alle“ stand auf den Plakaten."],
  ["Die Organisation „Ärzte am Meer“ (ÄM) half."],
  ["Das Unternehmen „Wind und Wasser“ mit Sitz in Ostwiek schließt."],
  ["Das Modell „Deich auf Zeit“ wird geprüft."],
];

describe("German: names in quotation marks are no quotations", () => {
  test.each(names.map(([text, ...speakers]) => [text, speakers] as const))("%s", (text, speakers) => {
    expect(speakersOf(text)).toEqual(speakers);
  });
});
