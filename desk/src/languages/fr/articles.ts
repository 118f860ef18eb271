import type { CatalogueOf } from "../catalogue.ts";
import type { articles as source } from "../en/articles.ts";

/** The list of articles, in French. */
export const articles: CatalogueOf<typeof source> = {
  "articles.title": "Articles",
  "articles.new": "Nouvel article",
  "articles.states": "États",
  "articles.search": "Chercher dans les titres",
  "articles.mine": "Les miens",
  "articles.changed": "Modifications non publiées",
  "articles.section": "Rubrique",
  "articles.language": "Langue",
  "articles.clear": "Effacer les filtres",
  "articles.none": "Aucun article ne correspond.",
  "articles.arrived": {
    one: "Afficher {count} article nouveau ou modifié",
    many: "Afficher {count} articles nouveaux ou modifiés",
    other: "Afficher {count} articles nouveaux ou modifiés",
  },
  "articles.words": { one: "{count} mot", many: "{count} mots", other: "{count} mots" },
  "articles.publishAt": "Parution {moment}",
  "articles.embargo": "Embargo jusqu’au {moment}",
  "articles.restore": "Restaurer",
  "articles.restored": "Restauré : {headline}",
  "articles.headline": "Titre",
  "articles.newHint": "Tout peut être modifié ensuite.",
  "articles.create": "Créer",
  "articles.untitled": "Sans titre",
  "articles.keys": "Flèches pour se déplacer, Entrée pour ouvrir, / pour chercher",
};
