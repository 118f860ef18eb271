import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

interface SchemaFile {
  readonly fileName: string;
  readonly contents: string;
}

function readSchema(path: string): SchemaFile {
  const fileName = path.slice(path.lastIndexOf("/") + 1);
  return { fileName, contents: readFileSync(new URL(path, import.meta.url), "utf8") };
}

/** The schema of sitemaps.org is the one that the package "sitemap" brings; the others are written after their texts. */
const SCHEMAS = {
  rss: { schema: readSchema("./schemas/rss.rng"), extension: "relaxng" },
  atom: { schema: readSchema("./schemas/atom.rng"), extension: "relaxng" },
  newsSitemap: {
    schema: readSchema("./schemas/news-sitemap.xsd"),
    extension: "schema",
    preload: [
      readSchema("../../node_modules/sitemap/schema/sitemap.xsd"),
      readSchema("./schemas/sitemap-news.xsd"),
      readSchema("./schemas/sitemap-image.xsd"),
      readSchema("./schemas/sitemap-xhtml.xsd"),
    ],
  },
} as const;

/** What libxml2 finds wrong with a document by the schema of its format, one line each; nothing in a valid one. */
export async function faultsOfXml(format: keyof typeof SCHEMAS, contents: string): Promise<readonly string[]> {
  const xml = { fileName: "document.xml", contents };
  const { valid, errors, rawOutput } = await validateXML({ xml, ...SCHEMAS[format] });
  if (valid) return [];
  return errors.length > 0 ? errors.map(({ message }) => message.slice(0, 300)) : [rawOutput.slice(0, 300)];
}
