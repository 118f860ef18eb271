import type { CatalogueOf } from "../catalogue.ts";
import type { articles as source } from "../en/articles.ts";

/** The list of articles, in Spanish. */
export const articles: CatalogueOf<typeof source> = {
  "articles.title": "Artículos",
  "articles.new": "Nuevo artículo",
  "articles.states": "Estados",
  "articles.search": "Buscar en titulares",
  "articles.mine": "Los míos",
  "articles.changed": "Cambios sin publicar",
  "articles.section": "Sección",
  "articles.language": "Idioma",
  "articles.clear": "Quitar filtros",
  "articles.none": "Ningún artículo coincide.",
  "articles.arrived": {
    one: "Mostrar {count} artículo nuevo o modificado",
    many: "Mostrar {count} artículos nuevos o modificados",
    other: "Mostrar {count} artículos nuevos o modificados",
  },
  "articles.words": { one: "{count} palabra", many: "{count} palabras", other: "{count} palabras" },
  "articles.publishAt": "Se publica {moment}",
  "articles.embargo": "Embargo hasta {moment}",
  "articles.restore": "Restaurar",
  "articles.restored": "Restaurado: {headline}",
  "articles.headline": "Titular",
  "articles.newHint": "Todo se puede cambiar después.",
  "articles.create": "Crear",
  "articles.untitled": "Sin titular",
  "articles.keys": "Flechas para moverse, Intro abre, / busca",
};
