import { FilledAnswer } from "./fill-answer.js";

/** A response as Apollo orders its parts. */
interface OrderedResponse {
  readonly errors?: unknown;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly extensions?: unknown;
}

/** The text of a response, which ends with a line feed as Apollo's own does. */
export function stringifyResponse(response: OrderedResponse): string {
  const { errors, data, extensions } = response;
  if (!data) return `${JSON.stringify(response)}\n`;
  const before = errors === undefined ? "" : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? "" : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${textOf(data)}${after}}\n`;
}

function textOf(data: Readonly<Record<string, unknown>>): string {
  let members = "";
  for (const key in data) {
    const value = data[key];
    members += `${members === "" ? "" : ","}"${key}":${valueText(value)}`;
  }
  return `{${members}}`;
}

function valueText(value: unknown): string {
  if (value instanceof FilledAnswer) return value.take();
  if (Array.isArray(value)) return `[${value.map((each: unknown) => valueText(each)).join()}]`;
  return JSON.stringify(value);
}
