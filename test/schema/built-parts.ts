/** Of the parts of the second edition that are not built as a whole, the definitions that are. */
export const BUILT: readonly string[] = [];
