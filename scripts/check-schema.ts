// Compares the committed schema with what the code makes, and every type, field, argument and enum value for a
// description.
import { readFileSync } from "node:fs";
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { schema } from "../src/schema.js";

function undescribed(subject: GraphQLSchema): string[] {
  const missing: string[] = [];
  const look = (name: string, { description }: { readonly description?: string | null | undefined }): void => {
    if (!description) missing.push(name);
  };
  for (const type of Object.values(subject.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (!["Query", "Mutation"].includes(type.name)) look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg);
    }
  }
  return missing;
}

const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
const committed = readFileSync(new URL("../schema.graphql", import.meta.url), "utf8");
const faults = undescribed(schema).map((name) => `${name} has no description.`);
if (printed !== committed)
  faults.push("schema.graphql is not what the code makes: run `npm run schema` and read the difference.");
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
}
