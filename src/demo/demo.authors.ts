import type { DemoPerson } from "./demo.type.js";

/** Those who write and draw for the demo newsroom. */
export const demoAuthors: readonly DemoPerson[] = [
  { key: "ines-calloway", name: "Ines Calloway", role: "Council correspondent" },
  { key: "bram-ostrick", name: "Bram Ostrick", role: "Sea and energy reporter" },
  { key: "perpetua-lyle", name: "Perpetua Lyle", role: "Illustrator" },
  { key: "wiebke-tannhoff", name: "Wiebke Tannhoff", role: "Hafenredakteurin" },
  { key: "solene-marrast", name: "Solène Marrast", role: "Correspondante à Saint-Orvain" },
  { key: "nuria-belvedor", name: "Nuria Belvedor", role: "Redactora de Brisal" },
  { key: "hadil-al-marsani", name: "Hadil al-Marsani", role: "Ports correspondent", aliases: ["هديل المرساني"] },
  { key: "roya-shabdari", name: "Roya Shabdari", role: "Science reporter", aliases: ["رویا شب‌داری"] },
  { key: "itsuki-hamanobe", name: "Itsuki Hamanobe", role: "City reporter", aliases: ["浜野辺樹"] },
];
