import { z } from "zod";
import { ValidationError, ValidationIssue } from "../graphql/user-errors.js";
import { IMAGE_TEXTS, type ImageFieldsInput, type ImageText } from "./image-fields.parse.js";

const number = z
  .string()
  .trim()
  .regex(/^[\d.+-]+$/u)
  .transform(Number)
  .refine(Number.isFinite);
const day = z.iso.date();
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What the form fields of an upload say of the image. Fields of other names are ignored: clients add some of their own. */
export function readUploadFields(fields: Readonly<Record<string, string>>): ImageFieldsInput | ValidationError {
  const issues: ValidationIssue[] = [];
  const read = <Value>(name: string, schema: z.ZodType<Value>, expected: string): Value | undefined => {
    const given = fields[name]?.trim();
    if (given === undefined || given === "") return undefined;
    const parsed = schema.safeParse(given);
    if (!parsed.success)
      issues.push(new ValidationIssue(["input", name], `${name} must be ${expected}.`, { reason: "OUT_OF_RANGE" }));
    return parsed.data;
  };
  const texts = (Object.keys(IMAGE_TEXTS) as ImageText[]) // Object.keys returns strings.
    .flatMap((name) => (fields[name]?.trim() ? [[name, fields[name]] as const] : []));
  const usableUntil = read("usableUntil", day, "a day such as 2027-01-31");
  const takenAt = read("takenAt", moment, "a moment such as 2026-11-23T08:30:00Z");
  const x = read("focalX", number, "a number from 0 to 1");
  const y = read("focalY", number, "a number from 0 to 1");
  if ((x === undefined) !== (y === undefined) && issues.length === 0) {
    issues.push(new ValidationIssue(["input", "focalX"], "focalX and focalY must be given together."));
  }
  if (issues.length > 0) return new ValidationError(issues);
  return {
    ...Object.fromEntries(texts),
    ...(usableUntil !== undefined && { usableUntil }),
    ...(takenAt !== undefined && { takenAt }),
    ...(x !== undefined && y !== undefined && { focalPoint: { x, y } }),
  };
}
