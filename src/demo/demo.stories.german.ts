import type { DemoStory } from "./demo.type.js";

/** Two articles from Silbermünde, with „German“ quotation marks; the second takes up words from the first. */
export const germanStories: readonly DemoStory[] = [
  {
    slug: "silbermuende-hafenbahn-faehrt-nachts-nur-noch-leise",
    headline: "Silbermünde lässt nachts nur noch leise Güterzüge in den Hafen",
    standfirst: "Der Senat führt ab Januar Lärmgrenzen für die Hafenbahn ein; Anwohnern geht das nicht weit genug",
    byline: "Von unserer Hafenredaktion",
    authors: [{ person: "wiebke-tannhoff" }],
    dateline: { text: "SILBERMÜNDE, 8. Oktober 2025", place: "SILBERMÜNDE", date: "2025-10-08" },
    language: "de",
    section: "ports",
    lead: {
      picture: "train",
      alt: "Ein Güterzug mit roter Lokomotive fährt an dunklen Häusern am Kai vorbei",
      caption: "Nachts sollen am Kai nur noch leise Wagen fahren",
    },
    topics: ["Ports and Shipping", "Environment"],
    publishedAt: "2025-10-08T10:30:00Z",
    body: [
      {
        html: "Güterzüge dürfen vom kommenden Januar an zwischen 22 und 6 Uhr nur noch dann auf die Gleise der Silbermünder Hafenbahn, wenn ihre Wagen mit leisen Bremsen ausgerüstet sind. Das hat der Senat am Mittwoch beschlossen.",
      },
      {
        html: "„Wer nachts Fracht will, muss nachts leise sein“, schrieb Hafensenatorin Edda Lohwasser nach der Sitzung. Die Häuser am Kai hätten lange genug auf Ruhe gewartet.",
        quotes: [
          {
            words: "Wer nachts Fracht will, muss nachts leise sein",
            kind: "DIRECT",
            speaker: "edda-lohwasser",
            speakerRole: "Hafensenatorin von Silbermünde",
            saidOn: "2025-10-08",
            occasion: "Beitrag auf Bluesky nach der Senatssitzung",
            source: "lohwasser-hafenbahn",
            expected: "EXACT",
          },
          {
            words: "Die Häuser am Kai hätten lange genug auf Ruhe gewartet",
            kind: "INDIRECT",
            speaker: "edda-lohwasser",
            speakerRole: "Hafensenatorin von Silbermünde",
            saidOn: "2025-10-08",
            occasion: "Pressekonferenz im Hafenamt",
            expected: "UNSOURCED",
          },
        ],
      },
      { post: "lohwasser-hafenbahn" },
      {
        html: 'Gemessen wird künftig an zwölf Stellen entlang der Strecke. Überschreitet ein Zug den Grenzwert von 62 Dezibel, zahlt sein Betreiber das Dreifache der üblichen Trassengebühr; beim dritten Mal verliert er den <a href="https://hafen.example/trassen">Nachtfahrplan</a>.',
      },
      {
        html: "Die Bürgerinitiative Leiser Kai hatte ein vollständiges Nachtfahrverbot verlangt. Ihr Sprecher Matthis Dornkamp nannte den Beschluss „ein Schlaflied mit Ausnahmen“.",
        quotes: [
          {
            words: "ein Schlaflied mit Ausnahmen",
            kind: "PARTIAL",
            speaker: "matthis-dornkamp",
            speakerRole: "Sprecher der Bürgerinitiative Leiser Kai",
            saidOn: "2025-10-08",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "Er hält der Senatorin ihre eigene Zusage vor: „Bis zum Frühjahr […] verkehrt hier nachts kein lauter Wagen mehr“, habe sie versprochen. Im Wortlaut des Beitrags steht zwischen beiden Satzteilen ein Vorbehalt.",
        quotes: [
          {
            words: "Bis zum Frühjahr […] verkehrt hier nachts kein lauter Wagen mehr",
            kind: "DIRECT",
            speaker: "edda-lohwasser",
            speakerRole: "Hafensenatorin von Silbermünde",
            saidOn: "2025-10-08",
            occasion: "Beitrag auf Bluesky nach der Senatssitzung",
            source: "lohwasser-hafenbahn",
            expected: "MARKED_EDIT",
          },
        ],
      },
      {
        html: "In einem Flugblatt der Initiative fehlt ausgerechnet die Verneinung. Dort heißt es: „Bis zum Frühjahr, so die Technik mitspielt, verkehrt hier nachts lauter Wagen mehr“. Dornkamp sprach von einem Satzfehler und ließ den Rest der Auflage einstampfen.",
        quotes: [
          {
            words: "Bis zum Frühjahr, so die Technik mitspielt, verkehrt hier nachts lauter Wagen mehr",
            kind: "DIRECT",
            speaker: "edda-lohwasser",
            speakerRole: "Hafensenatorin von Silbermünde",
            saidOn: "2025-10-08",
            occasion: "Fehlerhaft wiedergegeben in einem Flugblatt",
            source: "lohwasser-hafenbahn",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "Rund 140 Züge erreichen den Hafen an einem gewöhnlichen Werktag, ein Drittel davon nachts. Nach Angaben des Hafenamts fahren zwei von fünf Wagen schon heute mit leisen Bremsen.",
      },
    ],
  },
  {
    slug: "hafenbahn-silbermuende-haelt-laermgrenze-fast-ueberall-ein",
    headline: "Hafenbahn hält die Lärmgrenze an elf von zwölf Stellen ein",
    standfirst: "Halbjahresbilanz in Silbermünde: weniger Beschwerden, aber ein Ausreißer an der Speicherbrücke",
    authors: [{ person: "wiebke-tannhoff" }],
    dateline: { text: "SILBERMÜNDE, 9. Juli 2026", place: "SILBERMÜNDE", date: "2026-07-09" },
    language: "de",
    section: "ports",
    lead: {
      picture: "train",
      alt: "Ein Güterzug mit roter Lokomotive fährt an dunklen Häusern am Kai vorbei",
      caption: "Am Kai ist es nachts ruhiger geworden",
    },
    related: ["silbermuende-hafenbahn-faehrt-nachts-nur-noch-leise"],
    topics: ["Ports and Shipping", "Environment"],
    publishedAt: "2026-07-09T09:00:00Z",
    body: [
      {
        html: "Ein halbes Jahr nach Einführung der Lärmgrenzen ist es am Silbermünder Kai nachts deutlich ruhiger geworden. An elf von zwölf Messstellen blieb die Hafenbahn unter dem erlaubten Wert, wie das Hafenamt am Donnerstag mitteilte.",
      },
      {
        html: "„Wer nachts Fracht will, muss nachts leise sein“: Mit diesem Satz hatte Edda Lohwasser die Regel im Oktober begründet. Nun sieht sich die Hafensenatorin bestätigt.",
        quotes: [
          {
            words: "Wer nachts Fracht will, muss nachts leise sein",
            kind: "DIRECT",
            speaker: "edda-lohwasser",
            speakerRole: "Hafensenatorin von Silbermünde",
            saidOn: "2025-10-08",
            occasion: "Beitrag auf Bluesky nach der Senatssitzung",
            source: "lohwasser-hafenbahn",
            expected: "EXACT",
          },
        ],
      },
      { html: "Wo es noch laut ist", style: "HEADING" },
      {
        html: "Die Zahl der Beschwerden sank nach Angaben der Behörde von 1.930 auf 412. Der Ausreißer liegt an der Speicherbrücke, deren Stahlträger jeden Zug wie einen Gong erklingen lassen. Dort soll noch in diesem Jahr eine Dämmschicht aufgebracht werden.",
      },
      {
        html: "Matthis Dornkamp von der Initiative Leiser Kai lobte die Messwerte und blieb doch skeptisch. „Ich schlafe wieder, nur an der Speicherbrücke nicht“, sagte er.",
        quotes: [
          {
            words: "Ich schlafe wieder, nur an der Speicherbrücke nicht",
            kind: "DIRECT",
            speaker: "matthis-dornkamp",
            speakerRole: "Sprecher der Bürgerinitiative Leiser Kai",
            saidOn: "2026-07-09",
            occasion: "Begehung mit Anwohnern",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "Auch die Nachbarn schauen hin. Mirela Vantorre, Generalsekretärin des Rats des Laternenmeers, lobte die Regel auf Englisch: „Silbermünde hat gezeigt, dass ein Hafen arbeiten und eine Stadt schlafen kann.“",
        quotes: [
          {
            words: "Silbermünde hat gezeigt, dass ein Hafen arbeiten und eine Stadt schlafen kann.",
            kind: "TRANSLATED",
            speaker: "mirela-vantorre",
            speakerRole: "Generalsekretärin des Rats des Laternenmeers",
            saidOn: "2026-07-08",
            occasion: "Beitrag auf Mastodon",
            source: "vantorre-quiet-port",
            expected: "NOT_COMPARABLE",
          },
        ],
      },
      { post: "vantorre-quiet-port" },
      {
        figure: {
          picture: "pilots",
          alt: "Zwei Lotsenboote auf ruhiger See, dahinter ein Leuchtturm auf den Hügeln",
          caption: "Auch auf dem Wasser wird es leiser: Die Lotsen fahren inzwischen elektrisch",
        },
      },
      { html: "Was die Regel den Hafen kostet", style: "HEADING" },
      {
        html: "Im Güterverkehr hat die Grenze <strong>keine Spuren</strong> hinterlassen: Der Umschlag auf der Schiene wuchs im ersten Halbjahr um drei Prozent. Sieben Betreiber verloren zeitweise ihren Nachtfahrplan, sechs haben ihn nach dem Umbau ihrer Wagen zurück.",
      },
      {
        html: "Über eine Verschärfung auf 60 Dezibel entscheidet die Bürgerschaft im November.",
      },
    ],
  },
];
