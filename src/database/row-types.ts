import { type CustomTypesConfig, types } from "pg";

/** A row that is larger than an answer may be; it is not parsed. */
export class OversizedAnswerError extends Error {
  override readonly name = "OversizedAnswerError";

  constructor(
    readonly bytes: number,
    readonly maxBytes: number,
  ) {
    super(`A row has ${bytes} bytes, at most ${maxBytes} are read.`);
  }
}

type TypeId = (typeof types.builtins)[keyof typeof types.builtins];

/** The driver's parsers, except for the two types whose values they return in an unsuitable form. */
export const READ_TYPES: CustomTypesConfig = {
  // The driver declares this as a dozen overloads by type and format; one function serves them all, hence the cast.
  getTypeParser: ((oid: TypeId, format: "text") => {
    if (oid === types.builtins.INT8) return Number;
    // The driver makes a Date at midnight of the process's own zone, which is another day elsewhere.
    if (oid === types.builtins.DATE) return String;
    return types.getTypeParser(oid, format);
  }) as typeof types.getTypeParser,
};

/** READ_TYPES, but JSON and texts are read only up to a size: parsing or sending more would delay all other requests. */
export function createAnswerTypes(maxBytes: number): CustomTypesConfig {
  const checkText = (text: string): string => {
    // A code unit takes three bytes at most, so that only a long answer has to be counted.
    const bytes = text.length * 3 > maxBytes ? Buffer.byteLength(text) : 0;
    if (bytes > maxBytes) throw new OversizedAnswerError(bytes, maxBytes);
    return text;
  };
  const parseJson = (text: string): unknown => JSON.parse(checkText(text));
  return {
    // See above for the cast.
    getTypeParser: ((oid: TypeId, format: "text") => {
      if (oid === types.builtins.JSON) return parseJson;
      return oid === types.builtins.TEXT ? checkText : READ_TYPES.getTypeParser(oid, format);
    }) as typeof types.getTypeParser,
  };
}
