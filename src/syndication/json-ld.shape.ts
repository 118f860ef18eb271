/** A value of JSON-LD as it is written here. */
export type LinkedValue = string | number | LinkedData | readonly (string | LinkedData)[];

/** A node of JSON-LD: a thing with its type and the properties that schema.org has for it. */
export interface LinkedData {
  readonly [property: string]: LinkedValue;
}
