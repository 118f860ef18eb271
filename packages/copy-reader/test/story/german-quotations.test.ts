import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

/** Who says each quotation: the person where one is found, otherwise the words that name the speaker. */
function speakers(text: string): readonly string[] {
  const story = readPlainCopy(text, { language: "de", headline: "Im Hafen" });
  const names = new Map(story.persons.map((person) => [person.key, person.name]));
  const quotes = story.elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
  return quotes.map((quote) => names.get(quote.speakerKey ?? "") ?? quote.speakerText ?? "nobody");
}

describe("German names the speaker in many ways", () => {
  const cases: readonly (readonly [text: string, speakers: string])[] = [
    ["„Die Brücke ist sicher“, sagte Edna Kahl am Montag.", "Edna Kahl"],
    ["„Die Brücke ist sicher“, so Edna Kahl weiter.", "Edna Kahl"],
    ["So Edna Kahl: „Die Brücke ist wieder sicher.“", "Edna Kahl"],
    ["Das sei auch anderswo so üblich, so Kahl weiter: „Das ist im Übrigen auch in anderen Häfen so.“", "Kahl"],
    ["Dazu Edna Kahl: „Die Brücke ist wieder sicher.“", "Edna Kahl"],
    [
      "In einer Mitteilung des Ministeriums heißt es: „Die Brücke ist wieder sicher.“",
      "einer Mitteilung des Ministeriums",
    ],
    ["In der Mitteilung heißt es wörtlich: „Die Brücke ist wieder sicher.“", "der Mitteilung"],
    ["„Die Brücke ist wieder sicher“, heißt es in der Mitteilung.", "der Mitteilung"],
    ["„Die Brücke ist wieder sicher“, hieß es aus dem Ministerium.", "aus dem Ministerium"],
    ["„Die Brücke ist wieder sicher“, hieß es von der Polizei.", "von der Polizei"],
    ["„Die Brücke ist wieder sicher“, wird Edna Kahl zitiert.", "Edna Kahl"],
    ["„Die Brücke ist wieder sicher“, wird Edna Kahl in der Mitteilung zitiert.", "Edna Kahl"],
    ["„Wir sind unwillkommene Zeugen“, zitierte man Yolanda Alvarez vom Sender RTV.", "Yolanda Alvarez"],
    [
      "„Wo ist meine Stimme?“, wollen die Demonstranten in der Hauptstadt seit Tagen wissen.",
      "die Demonstranten in der Hauptstadt",
    ],
    ["„Was soll das?“, fragte Edna Kahl.", "Edna Kahl"],
    ["„Was soll das?“, will Edna Kahl wissen.", "Edna Kahl"],
    [
      "Kulturministerin Susanne Esser (CDU) wies die Behauptung zurück, die bildungspolitische Sprecherin der führenden Fraktion, Sandra Moser (Grüne), erklärte: „Neid ist fehl am Platz und schadet allen.“",
      "Sandra Moser",
    ],
    [
      "Houcine Abis, der Generalsekretär des Gewerkschaftsverbandes, sagte gegenüber der Nachrichtenagentur dpa: „Wir werden nicht zurückkehren.“",
      "Houcine Abis",
    ],
    ["Oleh Turk, der Stellvertreter von Timm sagte über Janus: „Jetzt ist er Diktator.“", "Oleh Turk"],
    ["Der Minister sprach von einem „schweren Tag für das Land“.", "Der Minister"],
    ["Von einem „schweren Tag für das Land“ sprach der Minister.", "der Minister"],
    ["Als „schweren Tag für das Land“ bezeichnete Minister Karl Falk die Flut.", "Karl Falk"],
    ["Falk nannte die Flut einen „schweren Tag für das Land“.", "Falk"],
    ["Nach Angaben der Polizei war der Mann „stark betrunken“.", "der Polizei"],
    ["Der Mann sei „stark betrunken“ gewesen, teilte die Polizei mit.", "die Polizei"],
    ["Der Mann sei „stark betrunken“ gewesen, sagte ein Sprecher der Polizei.", "ein Sprecher der Polizei"],
    ["Laut Polizei war der Mann „stark betrunken“.", "Polizei"],
    ["Er habe „stark nach Alkohol gerochen“, so die Polizei.", "die Polizei"],
    ["Karl Falk kündigte an, man werde „alles tun, was nötig ist“.", "Karl Falk"],
    ["Karl Falk (SPD) kritisierte, das Gesetz sei „mit heißer Nadel gestrickt“.", "Karl Falk"],
    ["Karl Falk, der Chef des Hafens, räumte ein: „Wir haben Fehler gemacht.“", "Karl Falk"],
    ["„Wir haben Fehler gemacht“, räumte Karl Falk ein.", "Karl Falk"],
    ["„Wir haben Fehler gemacht“, gab Karl Falk zu.", "Karl Falk"],
    ["„Wir haben Fehler gemacht“, zeigte sich Karl Falk reumütig.", "Karl Falk"],
    ["„Wir haben Fehler gemacht“, betont der Hafenchef.", "der Hafenchef"],
    ["„Wir haben Fehler gemacht“, meint dazu Hafenchef Karl Falk.", "Karl Falk"],
    ["„Wir haben Fehler gemacht“, ist sich Karl Falk sicher.", "Karl Falk"],
    ["„Wir haben Fehler gemacht“, heißt es bei der Feuerwehr.", "bei der Feuerwehr"],
    ["„Wir haben Fehler gemacht“, freut sich Karl Falk.", "Karl Falk"],
    ["Mit den Worten „Wir haben Fehler gemacht“ trat Karl Falk vor die Presse.", "Karl Falk"],
    ["„Wir“, sagte Karl Falk, „haben Fehler gemacht.“", "Karl Falk | Karl Falk"],
    ["„Wir haben Fehler gemacht.“ Karl Falk wirkt müde, als er das sagt.", "Karl Falk"],
    ["Karl Falk wirkt müde. „Wir haben Fehler gemacht“, sagt er.", "Karl Falk"],
    ["Auf Twitter schrieb Karl Falk: „Wir haben Fehler gemacht.“", "Karl Falk"],
    ["Auf die Frage nach der Schuld antwortete Karl Falk: „Wir haben Fehler gemacht.“", "Karl Falk"],
    ["Gegenüber der „Ostzeitung“ sagte Karl Falk: „Wir haben Fehler gemacht.“", "Karl Falk"],
    ["Karl Falk sagte der „Ostzeitung“, man habe „Fehler gemacht, die nie passieren dürfen“.", "Karl Falk"],
    ["Karl Falk verwies im Gespräch mit der „Ostzeitung“ darauf, dass „niemand schuld“ sei.", "Karl Falk"],
    ["Der Vorwurf sei „völlig aus der Luft gegriffen“. Das sagte Karl Falk am Montag.", "Karl Falk"],
    ["Die Präsidentin der Kammer, Ruth Aster, fordert „endlich Taten statt Worte“.", "Ruth Aster"],
    ["Ruth Aster von der Kammer fordert „endlich Taten statt Worte“.", "Ruth Aster"],
    ["Für Ruth Aster ist das „ein Schlag ins Gesicht“.", "Ruth Aster"],
    ["Das ist nach Ansicht von Ruth Aster „ein Schlag ins Gesicht“.", "Ruth Aster"],
    ["Das sei „ein Schlag ins Gesicht“, findet Ruth Aster.", "Ruth Aster"],
    ["Ruth Aster zufolge ist das „ein Schlag ins Gesicht“.", "Ruth Aster"],
    ["Der Kammer zufolge ist das „ein Schlag ins Gesicht“.", "Der Kammer"],
    ["Ruth Aster warf Karl Falk vor, „die Bürger zu täuschen“.", "Ruth Aster"],
    ["Ruth Aster kündigte „harte Einschnitte“ an.", "Ruth Aster"],
    ["„Das ist ein Schlag ins Gesicht“, heißt es in einem Brief von Ruth Aster.", "einem Brief von Ruth Aster"],
    ["Bundeskanzler Karl Falk hat die Tat als „feigen Anschlag“ verurteilt.", "Karl Falk"],
    ["Bundeskanzler Karl Falk hat von einem „feigen Anschlag“ gesprochen.", "Karl Falk"],
    ["Er habe „nichts gewusst“, hatte Karl Falk zuvor erklärt.", "Karl Falk"],
    ["Die Regierung habe „nichts gewusst“, hatte Karl Falk zuvor beteuert.", "Karl Falk"],
    ["Die Firma teilte mit, sie habe „nichts gewusst“.", "Die Firma"],
    ["Ruth Aster: „Das ist ein Schlag ins Gesicht.“", "Ruth Aster"],
    ["Ruth Aster, Sprecherin der Kammer: „Das ist ein Schlag ins Gesicht.“", "Ruth Aster"],
    ["Kammersprecherin Ruth Aster dazu: „Das ist ein Schlag ins Gesicht.“", "Ruth Aster"],
    ["Sie fügte hinzu: „Das ist ein Schlag ins Gesicht.“", "Sie"],
    ["Ruth Aster nahm Stellung. Sie fügte hinzu: „Das ist ein Schlag ins Gesicht.“", "Ruth Aster"],
    ["Die Demonstranten riefen „Wir sind das Volk“ und zogen weiter.", "Die Demonstranten"],
    ["Auf einem Plakat stand: „Wir sind das Volk.“", "einem Plakat"],
  ];
  test.each(cases)("%s", (text, expected) => {
    expect(speakers(text).join(" | ")).toBe(expected);
  });
});

describe("a German description in place of a name refers to the person named before", () => {
  const cases: readonly (readonly [text: string, speakers: string])[] = [
    ["Virologe Jonas Wendt warnte am Montag.\n\n„Das Virus bleibt gefährlich“, sagt der Virologe.", "Jonas Wendt"],
    ["Edna Kahl (43) führt das Café.\n\n„Wir öffnen wieder im Mai“, sagte die 43-Jährige.", "Edna Kahl"],
    ["Finanzministerin Ruth Aster trat vor die Presse.\n\n„Das Geld reicht nicht“, so die Ministerin.", "Ruth Aster"],
    ["Marita Kamm verlor das Rennen.\n\n„Heute ging gar nichts“, sagte die Weltmeisterin.", "Marita Kamm"],
    ["Karl Falk leitet den Hafen.\n\n„Wir wissen von nichts“, sagte ein Polizeisprecher.", "ein Polizeisprecher"],
    ["Reederei-CEO Edvin Mask trat auf.\n\nMask fuhr fort: „Wir bauen neue Fähren.“", "Edvin Mask"],
    ["Ruth Aster kam zu spät.\n\n„Der Zug hatte Verspätung“, sagte die sichtlich müde Aster.", "Ruth Aster"],
  ];
  test.each(cases)("%s", (text, expected) => {
    expect(speakers(text).join(" | ")).toBe(expected);
  });
});

describe("German names, titles and slogans are no quotations", () => {
  const cases: readonly string[] = [
    "Der Mann sagte der Nachrichtenagentur „Nord Presse“ nichts.",
    "Karl Falk trat im Radiosender „Hafenwelle“ auf und sagte der „Neuen Küste“ ab.",
    "Der Film „Die lange Nacht am Hafen“ kommt am Montag in die Kinos.",
    "Das Buch trägt den Titel „Die lange Nacht am Hafen“.",
    "Die Fähre „Seestern der Nordsee“ lief auf Grund.",
    "Unter dem Motto „Gemeinsam für den Hafen“ zogen Tausende durch die Stadt.",
    "Der sogenannte „Runde Tisch“ tagte gestern.",
  ];
  test.each(cases)("%s", (text) => {
    expect(speakers(text)).toEqual([]);
  });
});
