import { demoAuthors } from "./demo.authors.js";
import type { DemoPerson } from "./demo.type.js";

/** The persons of the demo newsroom. All are invented, as are the places and institutions around them. */
export const demoPersons: readonly DemoPerson[] = [
  {
    key: "radomil-estavan",
    name: "Radomil Estavan",
    role: "Chancellor of Isenmark",
    aliases: ["Chancellor Radomil Estavan", "Estavan"],
    accounts: [{ platform: "X", handle: "@estavan_isenmark" }],
  },
  {
    key: "tessaly-okorin",
    name: "Tessaly Okorin",
    role: "Prime Minister of the Corvane Isles",
    aliases: ["Tessalie Okorin", "Okorin"],
  },
  {
    key: "mirela-vantorre",
    name: "Mirela Vantorre",
    role: "Secretary-General of the Lantern Sea Council",
    aliases: ["Vantorre", "ميريلا فانتور", "فانتور", "میرلا وانتور", "وانتور", "ミレラ・ヴァントーレ", "ヴァントーレ"],
    accounts: [
      { platform: "MASTODON", handle: "@vantorre@social.example" },
      { platform: "X", handle: "@vantorre_lsc" },
    ],
  },
  {
    key: "edda-lohwasser",
    name: "Edda Lohwasser",
    role: "Hafensenatorin von Silbermünde",
    aliases: ["Lohwasser", "إيدا لوفاسر", "لوفاسر"],
    accounts: [{ platform: "BLUESKY", handle: "@lohwasser.example" }],
  },
  {
    key: "tomas-arrebol",
    name: "Tomás Arrebol",
    role: "Ministro de Pesca de Brisal",
    aliases: ["Arrebol"],
    accounts: [{ platform: "THREADS", handle: "@arrebol.pesca" }],
  },
  {
    key: "noelie-varcourt",
    name: "Noélie Varcourt",
    role: "Maire de Saint-Orvain",
    aliases: ["Varcourt", "Mme Varcourt"],
    accounts: [{ platform: "FACEBOOK", handle: "@mairie.saint.orvain" }],
  },
  {
    key: "lucien-ambreval",
    name: "Lucien Ambréval",
    role: "Violoniste",
    aliases: ["Ambréval"],
    accounts: [{ platform: "YOUTUBE", handle: "@ambreval-violon" }],
  },
  {
    key: "samir-al-ghadrani",
    name: "Samir al-Ghadrani",
    role: "Head of the Nawrasiya Port Authority",
    aliases: ["al-Ghadrani", "سمير الغدراني", "الغدراني", "سمیر الغدرانی"],
    accounts: [{ platform: "TELEGRAM", handle: "@nawrasiya_port" }],
  },
  {
    key: "laleh-mehrkarani",
    name: "Laleh Mehrkarani",
    role: "Director of the Lantern Sea Institute",
    aliases: [
      "Mehrkarani",
      "لاله مهرکرانی",
      "مهرکرانی",
      "لاله مهركراني",
      "مهركراني",
      "ラーレ・メフルカラニ",
      "メフルカラニ",
    ],
    accounts: [
      { platform: "MASTODON", handle: "@mehrkarani@science.example" },
      { platform: "TELEGRAM", handle: "@fanus_darya" },
    ],
  },
  {
    key: "haru-shiomine",
    name: "Haru Shiomine",
    role: "Mayor of Shiomigahara",
    aliases: ["Shiomine", "潮峰ハル", "潮峰"],
    accounts: [{ platform: "X", handle: "@shiomine_haru" }],
  },
  {
    key: "orla-pennick",
    name: "Orla Pennick",
    role: "General secretary of the Guild of Harbour Pilots",
    aliases: ["Pennick", "أورلا بينيك", "بينيك"],
  },
  {
    key: "joss-halveston",
    name: "Joss Halveston",
    role: "Chief executive of Tarn Race Tidal",
    aliases: ["Halveston"],
    accounts: [{ platform: "X", handle: "@jhalveston" }],
  },
  {
    key: "ade-brightwater",
    name: "Ade Brightwater",
    role: "Captain of the Port Aldren Mariners",
    aliases: ["Brightwater"],
    accounts: [{ platform: "INSTAGRAM", handle: "@ade.brightwater" }],
  },
  {
    key: "matthis-dornkamp",
    name: "Matthis Dornkamp",
    role: "Sprecher der Bürgerinitiative Leiser Kai",
    aliases: ["Dornkamp"],
  },
  ...demoAuthors,
];
