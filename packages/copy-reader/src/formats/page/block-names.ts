/** Elements that begin a line of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article blockquote body center dd details dialog div dl dt fieldset figure form header hgroup hr html li " +
    "main ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6 " +
    // What NITF adds.
    "bq block body.content hl2 nitf-table q-block"
  ).split(" "),
);
