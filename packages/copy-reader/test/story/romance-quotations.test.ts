import { describe, expect, test } from "vitest";
import { describeReading } from "../../src/story/reasons.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

/** Each quotation as "KIND words that name the speaker = person, role", as far as there are any. */
function read(text: string, language: string): readonly string[] {
  const story = readPlainCopy(text, { headline: "-", language });
  const names = new Map(story.persons.map((person) => [person.key, person.name]));
  const quotes = story.elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
  return quotes.map(({ kind, speakerText, speakerKey, speakerRole }) => {
    const person = names.get(speakerKey ?? "");
    const role = speakerRole === null ? "" : `, ${speakerRole}`;
    return `${kind} ${speakerText ?? "nobody"}${person === undefined ? "" : ` = ${person}${role}`}`;
  });
}

type Case = readonly [text: string, ...quotes: string[]];

function check(language: string, title: string, cases: readonly Case[]): void {
  describe(`${language}: ${title}`, () => {
    test.each(cases.map(([text, ...quotes]) => [text, quotes] as const))("%s", (text, quotes) => {
      expect(read(text, language)).toEqual(quotes);
    });
  });
}

check("fr", "the incise names the speaker within the marks", [
  [
    "« Il nous faut une digue, a déclaré la maire Anne Martin, et vite. »",
    "DIRECT la maire Anne Martin = Anne Martin, maire",
  ],
  ["« C’est une honte, s’indigne Jean Lefort. Nul ne nous a prévenus. »", "DIRECT Jean Lefort = Jean Lefort"],
  [
    "« C’est une honte ! s’est exclamée l’avocate Anne Martin. »",
    "DIRECT l’avocate Anne Martin = Anne Martin, avocate",
  ],
  ["Jean Lefort attend au quai. « La glace tient, poursuit-il. Patience. »", "DIRECT il = Jean Lefort"],
  ["Anne Martin tient le port. « Le quai, a-t-elle assuré mardi, sera prêt. »", "DIRECT elle = Anne Martin"],
  [
    "« Tout a coulé, raconte Jean Lefort, capitaine du port. La mer a tout pris. »",
    "DIRECT Jean Lefort, capitaine du port = Jean Lefort, capitaine du port",
  ],
  ["« Nous étions trois, se souvient Anne Martin, 82 ans. Il gelait. »", "DIRECT Anne Martin, 82 ans = Anne Martin"],
  [
    "« L’argent manque, regrette la présidente de la région, Anne Martin, et rien ne vient. »",
    "DIRECT la présidente de la région, Anne Martin = Anne Martin, présidente de la région",
  ],
  [
    "« L’argent manque, regrette la ministre de la Santé Anne Martin. Rien ne vient. »",
    "DIRECT la ministre de la Santé Anne Martin = Anne Martin, ministre de la Santé",
  ],
  [
    "« Rien n’est prêt, réplique Jean Lefort (Parti du port), et chacun le sait. »",
    "DIRECT Jean Lefort (Parti du port) = Jean Lefort",
  ],
  ["« Il faut un quai, insiste-t-elle. Et un phare, ajoute Anne Martin. »", "DIRECT Anne Martin = Anne Martin"],
  ["« La mer monte, a déclaré à la presse Anne Martin. Il faut agir. »", "DIRECT Anne Martin = Anne Martin"],
  [
    "« La mer monte, a expliqué devant les élus le maire de Quercy, Jean Lefort. »",
    "DIRECT le maire de Quercy, Jean Lefort = Jean Lefort, maire de Quercy",
  ],
  ["“La mer monte, constate M. Lefort, et la digue est basse.”", "DIRECT M. Lefort = Lefort"],
]);

check("fr", "whoever tells the whole goes before one who is cited in it", [
  ["« Attendez, m’a dit le capitaine, et j’ai attendu », raconte Anne Martin.", "DIRECT Anne Martin = Anne Martin"],
  ["« Attendez, a dit le capitaine, et j’ai attendu », raconte Anne Martin.", "DIRECT Anne Martin = Anne Martin"],
  ["Jean Lefort raconte : « Attendez, a dit le capitaine, le dégel viendra. »", "DIRECT Jean Lefort = Jean Lefort"],
  ["Selon Anne Martin, « le port, dit la loi, est à tous ».", "DIRECT Anne Martin = Anne Martin"],
  ["« Je suis venu, ai-je répondu, pour voir la mer. »", "DIRECT nobody"],
  ["« La mer, dit-on, ne rend rien. »", "DIRECT nobody"],
  ["« Et que veut, dit la maire, le port ? »", "DIRECT la maire"],
  [
    "« “Attendez, a dit Jean Lefort, le dégel” : voilà le mot du jour », sourit Anne Martin.",
    "DIRECT Anne Martin = Anne Martin",
  ],
]);

check("fr", "the speaker stands around the marks", [
  ["« Le port rouvrira lundi », s’est félicitée Anne Martin ce mardi.", "DIRECT Anne Martin = Anne Martin"],
  ["Anne Martin est là. « Le port rouvrira lundi », a-t-elle ajouté.", "DIRECT elle = Anne Martin"],
  [
    "Anne Martin, maire de Quercy, a réagi. « Le port rouvrira », a promis la maire.",
    "DIRECT la maire = Anne Martin, maire de Quercy",
  ],
  ["Jean Lefort s’est dit confiant. Il a ajouté : « Le dégel viendra. »", "DIRECT Il = Jean Lefort"],
  ["« Je n’y crois pas », lui a répondu M. Lefort.", "DIRECT M. Lefort = Lefort"],
  ["D’après Jean Lefort, « la glace tiendra jusqu’à samedi ».", "DIRECT Jean Lefort = Jean Lefort"],
  [
    "Le plan est « une erreur de calcul », selon l’avocate Anne Martin.",
    "PARTIAL l’avocate Anne Martin = Anne Martin, avocate",
  ],
  [
    "La maire Anne Martin dénonce « un projet sans queue ni tête ».",
    "PARTIAL La maire Anne Martin = Anne Martin, maire",
  ],
  ["Pour Anne Martin, le plan est « une année perdue pour la ville ».", "PARTIAL Anne Martin = Anne Martin"],
  [
    "Le ministre des Transports Jean Lefort a estimé que « rien ne viendra avant juin ».",
    "PARTIAL Le ministre des Transports Jean Lefort = Jean Lefort, ministre des Transports",
  ],
  [
    "« Rien ne vient », a déclaré la porte-parole du ministre Jean Lefort.",
    "DIRECT la porte-parole du ministre Jean Lefort",
  ],
  [
    "Anne Martin est là.\n\n« La mer monte », répète la maire de Quercy. « Les digues sont basses », insiste-t-elle.",
    "DIRECT la maire de Quercy",
    "DIRECT elle = Anne Martin",
  ],
  [
    "Jean Lefort a tranché.\n\n« Ici, rien ne vient », dit le ministre de la Santé. « Tout manque », a-t-il ajouté.",
    "DIRECT le ministre de la Santé",
    "DIRECT il = Jean Lefort",
  ],
  ["« La mer monte », répète la maire de Quercy.", "DIRECT la maire de Quercy"],
  ["Le « grand soir » n’est pas venu."],
  ["Le film « La Mer et la Glace » sort mercredi."],
]);

check("es", "the incise names the speaker within the marks", [
  ["«El puerto —dijo la alcaldesa Ana Lima— seguirá cerrado».", "DIRECT la alcaldesa Ana Lima = Ana Lima, alcaldesa"],
  ["“El puerto, dijo la alcaldesa Ana Lima, seguirá cerrado”.", "DIRECT la alcaldesa Ana Lima = Ana Lima, alcaldesa"],
  ["Juan Roca llegó al puerto. «Paciencia —explicó él—, porque el hielo sigue».", "DIRECT él = Juan Roca"],
  [
    "«No hay dinero —admitió el alcalde, Juan Roca—. Habrá que esperar».",
    "DIRECT el alcalde, Juan Roca = Juan Roca, alcalde",
  ],
  ["Ana Lima habló ayer. «Así es —señaló—. Nadie nos avisó».", "DIRECT Ana Lima = Ana Lima"],
  ["«Mi padre decía que el puerto, dijo el alcalde, era de todos», recuerda Ana Lima.", "DIRECT Ana Lima = Ana Lima"],
]);

check("es", "the speaker stands around the marks", [
  [
    "«El puerto seguirá cerrado», dijo la alcaldesa Ana Lima el martes.",
    "DIRECT la alcaldesa Ana Lima = Ana Lima, alcaldesa",
  ],
  ['"El puerto seguirá cerrado", señaló Juan Roca el martes.', "DIRECT Juan Roca = Juan Roca"],
  ['"El puerto seguirá cerrado", ha dicho Juan Roca esta mañana.', "DIRECT Juan Roca = Juan Roca"],
  ["«El puerto seguirá cerrado» —dijo la alcaldesa el martes.", "DIRECT la alcaldesa"],
  [
    "Ana Lima, alcaldesa de Ostia, habló. «Hay que esperar», dijo la alcaldesa.",
    "DIRECT la alcaldesa = Ana Lima, alcaldesa de Ostia",
  ],
  ["Ana Lima llegó al puerto. «Hay que esperar», explicó ella.", "DIRECT ella = Ana Lima"],
  ["Ana Lima habló ayer. Añadió: «Hay que esperar».", "DIRECT Ana Lima = Ana Lima"],
  [
    "“El hielo manda”, dijo Juan Roca.\n\nUn día volvió al muelle. “Aquí no queda nadie”, confiesa.",
    "DIRECT Juan Roca = Juan Roca",
    "DIRECT Juan Roca = Juan Roca",
  ],
  ["“Hay que esperar”, dijo Roca. “El hielo manda”, añadió.", "DIRECT Roca = Roca", "DIRECT Roca = Roca"],
  ["«Nadie nos avisó», se quejó Juan Roca.", "DIRECT Juan Roca = Juan Roca"],
  [
    "«Nadie nos avisó», aseguró la ministra de Transportes, Ana Lima, este martes.",
    "DIRECT la ministra de Transportes, Ana Lima = Ana Lima, ministra de Transportes",
  ],
  ['"Es un día triste", escribió en sus redes Ana Lima.', "DIRECT Ana Lima = Ana Lima"],
  ["De acuerdo con Juan Roca, “el hielo no cederá”.", "DIRECT Juan Roca = Juan Roca"],
  ["Para Juan Roca, el plan es “una broma de mal gusto”.", "PARTIAL Juan Roca = Juan Roca"],
  ["Juan Roca ha asegurado que el puerto “no abrirá hasta el viernes”.", "PARTIAL Juan Roca = Juan Roca"],
  ["La alcaldesa calificó el plan de «disparate sin pies ni cabeza».", "PARTIAL La alcaldesa"],
  [
    "Ahora el puerto duerme. El hielo “no cederá en toda la semana”, según fuentes del puerto.",
    "PARTIAL fuentes del puerto",
  ],
  ["El FSLN ejercía el control. “Nadie podía salir del puerto”, reconoció Juan Roca.", "DIRECT Juan Roca = Juan Roca"],
  ["El llamado «puerto seco» abrirá en mayo."],
  ["La novela «El mar helado» ganó el premio."],
]);

check("it", "the speaker within the marks and around them", [
  [
    "«Il porto, ha detto la sindaca Anna Bianchi, resterà chiuso».",
    "DIRECT la sindaca Anna Bianchi = Anna Bianchi, sindaca",
  ],
  ["«Nessuno ci ha avvisati – si è lamentato Marco Rossi – e ora paghiamo».", "DIRECT Marco Rossi = Marco Rossi"],
  ["Anna Bianchi guida il porto. «Il ghiaccio non cederà», ha aggiunto lei.", "DIRECT lei = Anna Bianchi"],
  ["Per l'avvocata Anna Bianchi è «un errore di calcolo».", "PARTIAL l'avvocata Anna Bianchi = Anna Bianchi, avvocata"],
  ["Secondo Marco Rossi, «il ghiaccio non cederà».", "DIRECT Marco Rossi = Marco Rossi"],
  [
    "«Bisogna aspettare», ha detto il portavoce del porto, Marco Rossi.",
    "DIRECT il portavoce del porto, Marco Rossi = Marco Rossi, portavoce del porto",
  ],
  ["Il film «Il mare gelato» esce mercoledì."],
]);

check("pt", "the speaker within the marks and around them", [
  ["“O porto, disse a prefeita Ana Lima, ficará fechado”.", "DIRECT a prefeita Ana Lima = Ana Lima, prefeita"],
  ["“O gelo não cederá – garante João Rocha – antes de sábado”.", "DIRECT João Rocha = João Rocha"],
  [
    "“O porto ficará fechado”, disse a prefeita Ana Lima na terça-feira.",
    "DIRECT a prefeita Ana Lima = Ana Lima, prefeita",
  ],
  ["“Ninguém nos avisou”, queixou-se João Rocha.", "DIRECT João Rocha = João Rocha"],
  ["Ana Lima chegou ao porto. “É preciso esperar”, acrescentou ela.", "DIRECT ela = Ana Lima"],
  ["Segundo João Rocha, “o gelo não cederá”.", "DIRECT João Rocha = João Rocha"],
  ["O filme “O mar gelado” estreia na quarta-feira."],
]);

describe("an incise is the reporter's words", () => {
  test("the quotation is unchanged, and the reason of its speaker is reported", () => {
    const copy = "« Il nous faut une digue, a déclaré mardi la maire Anne Martin, et vite. »";
    const [element] = readPlainCopy(copy, { headline: "-", language: "fr" }).elements;
    const [quote] = element?.kind === "paragraph" ? element.quotes : [];
    expect(quote?.text).toBe("Il nous faut une digue, a déclaré mardi la maire Anne Martin, et vite.");
    expect(quote && copy.slice(quote.start, quote.end)).toBe(quote?.text);
    expect(describeReading(quote?.reasons ?? [])).toBe(
      "“déclaré” with “la maire Anne Martin” interrupts the quotation.",
    );
    expect(quote?.confidence).toBe(0.95);
  });

  test("names in the words of the speaker are no persons, in any language", () => {
    const persons = (copy: string, language: string): readonly string[] =>
      readPlainCopy(copy, { headline: "-", language }).persons.map(({ name }) => name);
    expect(persons("« Jean Lefort est parti, dit Anne Martin, et Paul Costa aussi. »", "fr")).toEqual(["Anne Martin"]);
    expect(persons("“We must act, said Mary Smith, and soon,” the mayor wrote.", "en")).toEqual([]);
    expect(persons("„Wir müssen handeln, sagte Edna Kahl, und zwar bald“, schrieb die Zeitung.", "de")).toEqual([]);
  });

  test("a flood of openings is read to its end", () => {
    for (const flood of [", dit le (".repeat(9_000), ", dit le port, non".repeat(4_000)]) {
      expect(read(`« Oui${flood} »`, "fr")).toHaveLength(1);
    }
  });
});
