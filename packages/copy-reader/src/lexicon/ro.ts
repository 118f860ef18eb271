import { simpleLexicon } from "./shared-parts.js";

/** Romanian: plain patterns. */
export const romanianLexicon = simpleLexicon({
  language: "ro",
  saying:
    "spus declarat afirmat precizat adăugat explicat transmis scris anunțat subliniat susținut spune declară afirmă precizează adaugă explică transmite scrie anunță " +
    "subliniază susține spunea crede consideră răspuns răspunde întrebat întreabă avertizat avertizează recunoscut recunoaște povestit povestește menționat " +
    "menționează comentat comentează conchis",
  auxiliaries: "a au am este sunt era erau fost va vor nu se",
  perfects:
    "spus declarat afirmat precizat adăugat explicat transmis scris anunțat subliniat susținut răspuns avertizat recunoscut povestit menționat comentat conchis",
  verbs: "are avea poate trebuie face vine merge rămâne",
  pronouns: { he: "el acesta", she: "ea aceasta", they: "ei ele", who: "care", i: "eu", we: "noi" },
  determiners: "un o acest această acești aceste câțiva mulți doi două trei toți",
  prepositions: "de la în din pe cu pentru despre prin între fără sub peste după înainte potrivit conform către lângă",
  conjunctions: "și sau dar că să când unde dacă deoarece iar ca cum însă",
  adverbs: "și mai apoi azi astăzi ieri mâine deja încă doar atunci acum aici acolo ulterior anterior totuși tot",
  common:
    "cine ce de când câți fiecare nimeni nimic totul totuși astfel foto poate acum luni marți miercuri joi vineri sâmbătă duminică ianuarie februarie martie aprilie " +
    "mai iunie iulie august septembrie octombrie noiembrie decembrie",
  namers:
    "cartea filmul piesa serialul ziarul revista proiectul programul spectacolul romanul compania clubul numit numită",
  sources: ["potrivit", "conform"],
});
