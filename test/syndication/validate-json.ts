import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const JSON_FEED = new URL("./schemas/json-feed.schema.json", import.meta.url);
const NINJS = new URL("../../../shared/eval/ninjs/ninjs-schema_3.1.json", import.meta.url);

/** Whether the schema of the IPTC, which is not part of this project, is there to check by. */
export const hasNinjsSchema = existsSync(NINJS);

type Check = (value: unknown) => readonly string[];

function compile(schema: URL, options: { readonly strict?: false }): Check {
  const ajv = new Ajv2020({ ...options, allErrors: true });
  addFormats.default(ajv);
  // The schema of the IPTC points to one of GeoJSON, which nothing here uses.
  ajv.addSchema({ $id: "https://geojson.org/schema/GeoJSON.json" });
  const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
  return (value) => (validate(value) ? [] : [ajv.errorsText(validate.errors)]);
}

/** What a JSON Feed lacks or has too much by version 1.1; nothing in a valid one. */
export const faultsOfJsonFeed: Check = compile(JSON_FEED, {});

/** What an item lacks or has too much by ninjs 3.1; nothing in a valid one, and nothing where the schema is not there. */
export const faultsOfNinjs: Check = hasNinjsSchema ? compile(NINJS, { strict: false }) : () => [];
