/** The small parser of well-formed markup that comes with Readability, which brings no types for it. */
declare module "@mozilla/readability/JSDOMParser.js" {
  interface ParsedNode {
    readonly attributes?: readonly { readonly name: string; readonly value: string }[];
    readonly children?: readonly ParsedNode[];
    getAttribute?(name: string): string | undefined;
  }
  class JSDOMParser {
    parse(markup: string, address?: string): ParsedNode;
  }
  namespace JSDOMParser {
    export type { ParsedNode };
  }
  export = JSDOMParser;
}
