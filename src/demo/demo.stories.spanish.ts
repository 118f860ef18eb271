import type { DemoStory } from "./demo.type.js";

/** Two articles from Brisal, with «Spanish» quotation marks and “these” inside them. */
export const spanishStories: readonly DemoStory[] = [
  {
    slug: "brisal-adelanta-la-veda-de-la-sardina",
    headline: "Brisal adelanta tres semanas la veda de la sardina",
    standfirst: "El Gobierno compensará a 640 barcos; las cofradías piden que el dinero llegue antes de Navidad",
    authors: [{ person: "nuria-belvedor" }],
    dateline: { text: "PUERTO BRISAL, 2 de diciembre de 2025", place: "PUERTO BRISAL", date: "2025-12-02" },
    language: "es",
    section: "fisheries",
    lead: {
      picture: "sardines",
      alt: "Tres barcos de pesca, azul, rojo y verde, amarrados en un muelle",
      caption: "Los barcos se quedarán en puerto hasta mediados de febrero",
    },
    topics: ["Fisheries", "Economy"],
    publishedAt: "2025-12-02T15:45:00Z",
    body: [
      {
        html: "La veda de la sardina comenzará este año el 8 de diciembre, tres semanas antes de lo habitual, después de que los científicos advirtieran de que los bancos de la costa de Brisal no se habían repuesto durante el verano.",
      },
      {
        html: "«No cerramos el mar, le damos tiempo», escribió el ministro de Pesca, Tomás Arrebol, al anunciar la medida. Un total de 640 barcos recibirá una compensación por los días en puerto.",
        quotes: [
          {
            words: "No cerramos el mar, le damos tiempo",
            kind: "DIRECT",
            speaker: "tomas-arrebol",
            speakerRole: "Ministro de Pesca de Brisal",
            saidOn: "2025-12-02",
            occasion: "Mensaje en Threads",
            source: "arrebol-veda",
            expected: "EXACT",
          },
        ],
      },
      { post: "arrebol-veda" },
      {
        html: "La oposición difundió poco después una cita que daba la vuelta al mensaje: «Cerramos el mar, no le damos tiempo». El ministerio pidió que se rectificara y acompañó la petición con una captura del original.",
        quotes: [
          {
            words: "Cerramos el mar, no le damos tiempo",
            kind: "DIRECT",
            speaker: "tomas-arrebol",
            speakerRole: "Ministro de Pesca de Brisal",
            saidOn: "2025-12-02",
            occasion: "Cita alterada en una nota de la oposición",
            source: "arrebol-veda",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "También hubo baile de cifras. Una emisora habló de «900 coronas por barco y día»; el ministro había escrito 300, y solo para las embarcaciones de menos de quince metros.",
        quotes: [
          {
            words: "900 coronas por barco y día",
            kind: "PARTIAL",
            speaker: "tomas-arrebol",
            speakerRole: "Ministro de Pesca de Brisal",
            saidOn: "2025-12-02",
            occasion: "Cita errónea de una emisora",
            source: "arrebol-veda",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "En la lonja, el anuncio se recibió con resignación. «El mar nos debe un invierno, y el ministerio, dos», resumió el patrón de una traíña que pidió no ser identificado.",
        quotes: [
          {
            words: "El mar nos debe un invierno, y el ministerio, dos",
            kind: "DIRECT",
            saidOn: "2025-12-02",
            occasion: "Lonja de Puerto Brisal",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "Arrebol aseguró que las ayudas se pagarían antes del 20 de diciembre, una promesa que las cofradías ya habían oído el año pasado.",
        quotes: [
          {
            words: "las ayudas se pagarían antes del 20 de diciembre",
            kind: "INDIRECT",
            speaker: "tomas-arrebol",
            speakerRole: "Ministro de Pesca de Brisal",
            saidOn: "2025-12-02",
            occasion: "Rueda de prensa",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: 'La veda durará hasta el 15 de febrero. El <a href="https://brisal.example/veda">texto completo de la orden</a> fija además un tope de capturas para la primavera, que se revisará con los datos de la campaña oceanográfica de marzo.',
      },
    ],
  },
  {
    slug: "nueva-calandria-abre-su-biblioteca-sobre-railes",
    headline: "Nueva Calandria abre una biblioteca sobre raíles",
    standfirst:
      "Un tranvía jubilado recorre los barrios del puerto con 3.000 libros y una sola regla: devolverlos leídos",
    authors: [{ person: "nuria-belvedor" }, { person: "perpetua-lyle", role: "ilustraciones" }],
    dateline: { text: "NUEVA CALANDRIA, 17 de octubre de 2026", place: "NUEVA CALANDRIA", date: "2026-10-17" },
    language: "es",
    section: "culture",
    lead: {
      picture: "tram",
      alt: "Un tranvía verde con estanterías de libros tras las ventanillas",
      caption: "El tranvía número 7 lleva tres mil libros y ningún viajero",
    },
    topics: ["Culture", "Local Government"],
    publishedAt: "2026-10-17T12:00:00Z",
    body: [
      {
        html: "A las nueve en punto, con campana y sin prisa, salió el sábado de la cochera de Nueva Calandria el tranvía número 7. No llevaba viajeros, sino tres mil libros: es la primera biblioteca sobre raíles de la costa. 🚋📚",
      },
      {
        html: "El vehículo, retirado en 2019, para veinte minutos en cada uno de los once barrios del puerto. Los asientos se han conservado; las barras de sujeción sostienen ahora los estantes.",
      },
      {
        html: "«Quien no puede venir a la biblioteca tiene derecho a que la biblioteca venga», dice el rótulo pintado sobre la puerta, sin firma. Nadie en el ayuntamiento recuerda quién lo escribió.",
        quotes: [
          {
            words: "Quien no puede venir a la biblioteca tiene derecho a que la biblioteca venga",
            kind: "DIRECT",
            occasion: "Rótulo sobre la puerta del tranvía",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "La cuenta de la biblioteca lo celebró a su manera: «Primer libro prestado a las 9.04 […] ¡Lo devolvieron a las 9.31, leído!».",
        quotes: [
          {
            words: "Primer libro prestado a las 9.04 […] ¡Lo devolvieron a las 9.31, leído!",
            kind: "DIRECT",
            saidOn: "2026-10-17",
            source: "biblioteca-tranvia",
            expected: "MARKED_EDIT",
          },
        ],
      },
      { post: "biblioteca-tranvia" },
      {
        html: "Entre los primeros lectores estaba Tomás Arrebol, que nació en el barrio y llegó sin escolta. El ministro se llevó un tratado sobre redes y dijo que lo devolvería antes de la próxima veda.",
        quotes: [
          {
            words: "lo devolvería antes de la próxima veda",
            kind: "INDIRECT",
            speaker: "tomas-arrebol",
            speakerRole: "Ministro de Pesca de Brisal",
            saidOn: "2026-10-17",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "Preguntado por la frase que lo persigue desde el invierno, la repitió entre risas: «No cerramos el mar, le damos tiempo». Con los libros, añadió, pasa lo mismo.",
        quotes: [
          {
            words: "No cerramos el mar, le damos tiempo",
            kind: "DIRECT",
            speaker: "tomas-arrebol",
            speakerRole: "Ministro de Pesca de Brisal",
            saidOn: "2026-10-17",
            occasion: "Inauguración de la biblioteca",
            source: "arrebol-veda",
            expected: "EXACT",
          },
        ],
      },
      {
        html: "El proyecto cuesta 85.000 coronas al año, la mitad de lo que costaría un edificio. Si funciona, el ayuntamiento quiere rescatar un segundo tranvía, dedicado por entero a los niños.",
      },
    ],
  },
];
