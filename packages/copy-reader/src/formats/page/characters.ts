import { decodeHTMLStrict } from "entities";
import type { SaxesParser } from "saxes";

/** Entities in the document type of a document, with the value of those that are text. */
const DECLARATION = /<!ENTITY\s+(?<name>[^\s%"'<>]+)\s+(?:"(?<value>[^"]*)"|'(?<other>[^']*)')?/gu;

/**
 * Lets a parser of XML read the characters that HTML names, which feeds use without declaring them. A name that the
 * document declares as anything else than that character remains undefined.
 */
export function nameCharacters(parser: SaxesParser): void {
  const declared = new Set<string>();
  parser.on("doctype", (doctype) => {
    for (const { groups: { name = "", value, other } = {} } of doctype.matchAll(DECLARATION))
      if (decodeHTMLStrict(value ?? other ?? "") !== characterNamed(name)) declared.add(name);
  });
  parser.ENTITIES = new Proxy(parser.ENTITIES, {
    get: (own, name) => {
      if (typeof name !== "string") return undefined;
      return own[name] ?? (declared.has(name) ? undefined : characterNamed(name));
    },
  });
}

function characterNamed(name: string): string | undefined {
  const reference = `&${name};`;
  const character = decodeHTMLStrict(reference);
  return character === reference ? undefined : character;
}
