import { dropUnfit } from "./markup.js";

const ESCAPES: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/**
 * Serialises a renderer's result as JSON that is safe anywhere: in a file, and inside a `script` element, where no
 * `</script>` or `<!--` in a text can end or change it. Halves of surrogate pairs and control characters, at which
 * strict readers stop, are dropped. `indent` is the number of spaces for each level; 0 writes one line.
 */
export function toJson(value: object, indent = 0): string {
  const json = JSON.stringify(
    value,
    (_, field: unknown) => (typeof field === "string" ? dropUnfit(field) : field),
    indent,
  );
  return json.replace(/[<>&\u2028\u2029]/gu, (character) => ESCAPES[character] ?? character);
}
