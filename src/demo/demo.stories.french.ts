import type { DemoStory } from "./demo.type.js";

/** Two articles from Saint-Orvain, with « French » quotation marks and the narrow spaces inside them. */
export const frenchStories: readonly DemoStory[] = [
  {
    slug: "saint-orvain-rouvre-son-marche-flottant",
    headline: "Saint-Orvain rouvre son marché flottant après deux ans de travaux",
    standfirst: "Quarante-huit barges accueillent de nouveau maraîchers et poissonniers, malgré un surcoût contesté",
    authors: [{ person: "solene-marrast" }],
    dateline: { text: "SAINT-ORVAIN, 14 septembre 2025", place: "SAINT-ORVAIN", date: "2025-09-14" },
    language: "fr",
    section: "culture",
    lead: {
      picture: "market",
      alt: "Trois barges couvertes d’auvents sur un canal, au crépuscule, devant une rangée de maisons",
      caption: "Le canal du Lavoir retrouve ses barges, et ses auvents",
    },
    topics: ["Culture", "Local Government"],
    publishedAt: "2025-09-14T08:20:00Z",
    body: [
      {
        html: "Les premiers cageots ont été déchargés dimanche avant l’aube : fermé depuis l’été 2023, le marché flottant de Saint-Orvain a rouvert sur le canal du Lavoir, où quarante-huit barges remplacent désormais les vieux pontons de bois.",
      },
      {
        html: "« Un marché qui ferme, c’est une ville qui se tait », a écrit la maire, Noélie Varcourt, quelques minutes avant de couper le ruban.",
        quotes: [
          {
            words: "Un marché qui ferme, c’est une ville qui se tait",
            kind: "DIRECT",
            speaker: "noelie-varcourt",
            speakerRole: "Maire de Saint-Orvain",
            saidOn: "2025-09-14",
            occasion: "Message sur Facebook, jour de la réouverture",
            source: "varcourt-marche",
            expected: "EXACT",
          },
        ],
      },
      { post: "varcourt-marche" },
      {
        html: "Le chantier, annoncé pour 3,2 millions de couronnes, en aura coûté 4,1. L’opposition municipale y voit un manque de prudence ; la mairie invoque la découverte, sous la vase, d’un quai dont aucun plan ne gardait la trace.",
      },
      {
        html: "La facture n’a pas échappé aux réseaux, où circule une version retouchée du message de la maire. On y lit : « Le chantier aura coûté 9 mois de plus et 41 barges de moins que prévu ». L’original parle de sept mois et de quatre barges.",
        quotes: [
          {
            words: "Le chantier aura coûté 9 mois de plus et 41 barges de moins que prévu",
            kind: "DIRECT",
            speaker: "noelie-varcourt",
            speakerRole: "Maire de Saint-Orvain",
            saidOn: "2025-09-14",
            occasion: "Version retouchée d’un message sur Facebook",
            source: "varcourt-marche",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "Parmi les habitués, la joie l’emporte. « J’ai vendu mes premières anguilles ici à quinze ans », raconte une poissonnière qui préfère taire son nom : elle n’a pas encore payé sa patente.",
        quotes: [
          {
            words: "J’ai vendu mes premières anguilles ici à quinze ans",
            kind: "DIRECT",
            saidOn: "2025-09-14",
            occasion: "Sur le marché",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "Mme Varcourt promet que les loyers des barges n’augmenteront pas avant 2028. Le conseil doit encore voter ce gel, le 6 octobre.",
        quotes: [
          {
            words: "les loyers des barges n’augmenteront pas avant 2028",
            kind: "INDIRECT",
            speaker: "noelie-varcourt",
            speakerRole: "Maire de Saint-Orvain",
            saidOn: "2025-09-14",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: 'Le marché se tient les mercredis et dimanches, de six heures à treize heures. Le <a href="https://saint-orvain.example/marche">plan des barges</a> est affiché au pied de l’écluse.',
      },
    ],
  },
  {
    slug: "lucien-ambreval-joue-sous-la-digue",
    headline: "Lucien Ambréval joue sous la digue, là où la mer bat la mesure",
    standfirst:
      "Le violoniste donne à Saint-Orvain un concert réglé sur la marée, devant trois cents personnes en bottes",
    authors: [{ person: "solene-marrast" }, { person: "perpetua-lyle", role: "illustrations" }],
    dateline: { text: "SAINT-ORVAIN, 21 mars 2026", place: "SAINT-ORVAIN", date: "2026-03-21" },
    language: "fr",
    section: "culture",
    lead: {
      picture: "violin",
      alt: "Un violon et son archet devant la mer du soir",
      caption: "Pendant l’étale, la digue sert de salle de concert",
    },
    topics: ["Culture"],
    publishedAt: "2026-03-21T22:10:00Z",
    body: [
      {
        html: "Il avait prévenu : l’œuvre durerait le temps que la mer voudrait. Samedi, dans la galerie voûtée qui court sous la digue de Saint-Orvain, Lucien Ambréval a joué cinquante-trois minutes, jusqu’à ce que l’eau lui arrive aux chevilles.",
      },
      {
        html: "« Je n’accompagne pas la marée, c’est elle qui m’accompagne », disait le violoniste la veille, dans une vidéo filmée au même endroit.",
        quotes: [
          {
            words: "Je n’accompagne pas la marée, c’est elle qui m’accompagne",
            kind: "DIRECT",
            speaker: "lucien-ambreval",
            speakerRole: "Violoniste",
            saidOn: "2026-03-20",
            occasion: "Vidéo publiée la veille du concert",
            source: "ambreval-maree",
            expected: "EXACT",
          },
        ],
      },
      { post: "ambreval-maree" },
      {
        html: "La pièce, <em>Étale</em>, n’a ni partition ni chef. Douze hydrophones posés au large transmettent le ressac à la voûte ; le soliste y répond, se tait, reprend. Aucune soirée ne ressemble à la précédente.",
      },
      {
        html: "Ambréval réclame pour ses auditeurs « des bottes, une heure et [aucun] téléphone ». Presque tous avaient obéi.",
        quotes: [
          {
            words: "des bottes, une heure et [aucun] téléphone",
            kind: "PARTIAL",
            speaker: "lucien-ambreval",
            speakerRole: "Violoniste",
            saidOn: "2026-03-20",
            occasion: "Vidéo publiée la veille du concert",
            source: "ambreval-maree",
            expected: "MARKED_EDIT",
          },
        ],
      },
      {
        html: "La maire, Noélie Varcourt, debout au premier rang, y a vu la suite d’une même idée. Elle a redit ce qu’elle avait écrit en septembre : « Un marché qui ferme, c’est une ville qui se tait », avant d’ajouter qu’un concert, à l’inverse, la faisait parler.",
        quotes: [
          {
            words: "Un marché qui ferme, c’est une ville qui se tait",
            kind: "DIRECT",
            speaker: "noelie-varcourt",
            speakerRole: "Maire de Saint-Orvain",
            saidOn: "2026-03-21",
            occasion: "Allocution avant le concert",
            source: "varcourt-marche",
            expected: "EXACT",
          },
        ],
      },
      {
        html: "L’océanographe Laleh Mehrkarani, dont l’institut a prêté les hydrophones, parle d’un malentendu heureux. « Nous écoutons la mer pour la mesurer, lui pour lui répondre », a-t-elle dit en anglais.",
        quotes: [
          {
            words: "Nous écoutons la mer pour la mesurer, lui pour lui répondre",
            kind: "TRANSLATED",
            speaker: "laleh-mehrkarani",
            speakerRole: "Directrice de l’Institut de la mer des Lanternes",
            saidOn: "2026-03-21",
            occasion: "Entretien après le concert",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "Deux autres soirées sont annoncées, aux grandes marées d’avril et de septembre. Toutes les places sont déjà prises.",
      },
    ],
  },
];
