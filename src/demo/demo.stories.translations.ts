import type { DemoStory } from "./demo.type.js";

/** The accord about the pilots in German and in French, shorter than in English. */
export const translatedStories: readonly DemoStory[] = [
  {
    slug: "haefen-am-laternenmeer-teilen-sich-die-lotsen",
    headline: "Die Häfen am Laternenmeer teilen sich ihre Lotsen",
    standfirst: "Sieben Regierungen beenden einen vierzig Jahre alten Streit",
    authors: [{ person: "ines-calloway" }, { person: "wiebke-tannhoff", role: "Übersetzung" }],
    dateline: { text: "PORT ALDREN, 18. Juni 2025", place: "PORT ALDREN", date: "2025-06-18" },
    language: "de",
    section: "ports",
    translationOf: "lantern-sea-ports-to-share-harbour-pilots",
    lead: {
      picture: "pilots",
      alt: "Zwei Lotsenboote auf ruhiger See, dahinter ein Leuchtturm auf den Hügeln",
      caption: "Ab Oktober dürfen hier Lotsen aus allen sieben Staaten an Bord gehen",
    },
    topics: ["Ports and Shipping", "Diplomacy"],
    publishedAt: "2025-06-18T07:30:00Z",
    body: [
      {
        html: "Hafenlotsen aus den sieben Staaten am Laternenmeer dürfen vom 1. Oktober an in allen Häfen der Region arbeiten. Darauf haben sich die Regierungen in der Nacht zum Mittwoch geeinigt.",
      },
      {
        html: 'Statt sieben nationaler Prüfungen gibt es künftig eine. Jeder Hafen muss fremden Lotsen außerdem seine Tiefenkarten aushändigen, heißt es im Beschluss des <a href="https://council.example/pilots">Rats des Laternenmeers</a>.',
      },
      {
        html: "„Ein sicherer Hafen ist kein Staatsgeheimnis“, schrieb Mirela Vantorre, die Generalsekretärin des Rats, auf Englisch.",
        quotes: [
          {
            words: "Ein sicherer Hafen ist kein Staatsgeheimnis",
            kind: "TRANSLATED",
            speaker: "mirela-vantorre",
            speakerRole: "Generalsekretärin des Rats des Laternenmeers",
            saidOn: "2025-06-17",
            occasion: "Beitrag auf Mastodon nach der Abstimmung",
            source: "vantorre-pilots",
            expected: "NOT_COMPARABLE",
          },
        ],
      },
      {
        html: "Am längsten hatte sich Silbermünde gesträubt, der größte Hafen der Küste. „Wir haben lange gestritten, und es hat sich gelohnt“, schrieb Hafensenatorin Edda Lohwasser.",
        quotes: [
          {
            words: "Wir haben lange gestritten, und es hat sich gelohnt",
            kind: "DIRECT",
            speaker: "edda-lohwasser",
            speakerRole: "Hafensenatorin von Silbermünde",
            saidOn: "2025-06-18",
            source: "lohwasser-lotsen",
            expected: "EXACT",
          },
        ],
      },
      { post: "lohwasser-lotsen" },
      {
        html: "Die alten Regeln stammen aus der Zeit nach dem Unglück des Getreidefrachters <em>Halcyon Ebb</em>, der auf eine Bank lief, die in der Karte des Lotsen fehlte.",
      },
      {
        html: "Die Lotsen selbst bleiben vorsichtig: Orla Pennick von ihrer Gilde will erst das Kleingedruckte zu den Arbeitszeiten lesen.",
      },
      { html: "In drei Staaten müssen die Parlamente noch zustimmen. Die letzte Abstimmung wird im August erwartet." },
    ],
  },
  {
    slug: "les-ports-de-la-mer-des-lanternes-partagent-leurs-pilotes",
    headline: "Les ports de la mer des Lanternes partagent leurs pilotes",
    standfirst: "Sept gouvernements mettent fin à une querelle de quarante ans",
    authors: [{ person: "ines-calloway" }, { person: "solene-marrast", role: "traduction" }],
    dateline: { text: "PORT ALDREN, 18 juin 2025", place: "PORT ALDREN", date: "2025-06-18" },
    language: "fr",
    section: "ports",
    translationOf: "lantern-sea-ports-to-share-harbour-pilots",
    lead: {
      picture: "pilots",
      alt: "Deux bateaux-pilotes sur une mer calme, un phare sur les collines derrière eux",
      caption: "À partir d’octobre, les pilotes des sept États pourront embarquer ici",
    },
    topics: ["Ports and Shipping", "Diplomacy"],
    publishedAt: "2025-06-18T08:10:00Z",
    body: [
      {
        html: "Les pilotes des sept États de la mer des Lanternes pourront travailler dans tous les ports de la région à partir du 1er octobre. Les gouvernements s’y sont engagés dans la nuit de mardi à mercredi.",
      },
      {
        html: 'Un examen commun remplace les sept examens nationaux, et chaque port devra remettre ses cartes de profondeur aux pilotes venus d’ailleurs, selon le texte du <a href="https://council.example/pilots">Conseil de la mer des Lanternes</a>.',
      },
      {
        html: "« Un port sûr n’est pas un secret d’État », a écrit en anglais la secrétaire générale du Conseil, Mirela Vantorre.",
        quotes: [
          {
            words: "Un port sûr n’est pas un secret d’État",
            kind: "TRANSLATED",
            speaker: "mirela-vantorre",
            speakerRole: "Secrétaire générale du Conseil de la mer des Lanternes",
            saidOn: "2025-06-17",
            occasion: "Message sur Mastodon après le vote",
            source: "vantorre-pilots",
            expected: "NOT_COMPARABLE",
          },
        ],
      },
      { post: "vantorre-pilots" },
      {
        html: "Silbermünde, le premier port de la côte, a résisté le plus longtemps ; sa sénatrice chargée du port, Edda Lohwasser, s’est dite satisfaite de l’accord.",
        quotes: [
          {
            words: "satisfaite de l’accord",
            kind: "INDIRECT",
            speaker: "edda-lohwasser",
            speakerRole: "Sénatrice du port de Silbermünde",
            saidOn: "2025-06-18",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "Les anciennes règles datent de l’échouement du céréalier <em>Halcyon Ebb</em> sur un banc que la carte du pilote ne signalait pas.",
      },
      { html: "La guilde des pilotes attend de lire les clauses sur le temps de travail avant de se réjouir." },
      { html: "Trois parlements doivent encore approuver le texte. Le dernier vote est attendu en août." },
    ],
  },
];
