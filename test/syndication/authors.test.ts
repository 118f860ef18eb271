import { expect, it } from "vitest";
import { readAuthors } from "../../src/syndication/authors.js";

it.each<[byline: string | null, persons: readonly string[], organizations?: readonly string[]]>([
  [null, []],
  ["Mara Quill", ["Mara Quill"]],
  ["By Mara Quill", ["Mara Quill"]],
  ["By Mara Quill and Jan de Vries", ["Mara Quill", "Jan de Vries"]],
  ["By Mara Quill, Odile Rast, and Tom Berg", ["Mara Quill", "Odile Rast", "Tom Berg"]],
  ["Mara Quill, Harbour correspondent", ["Mara Quill"]],
  ["Von Anna Weber und Jörg Sand in Ostwiek", ["Anna Weber", "Jörg Sand"]],
  ["Par Zoé Martin et Luc Petit", ["Zoé Martin", "Luc Petit"]],
  ["José Ortega y Gasset", ["José Ortega y Gasset"]],
  ["Mara Quill and the Coast Desk", ["Mara Quill"], ["Coast Desk"]],
  ["AFP", [], ["AFP"]],
  ["لاله رستگار، مینا کریمی", ["لاله رستگار", "مینا کریمی"]],
])("%s names its authors one by one", (byline, persons, organizations = []) => {
  const authors = readAuthors(byline);
  expect(authors.filter(({ isOrganization }) => !isOrganization).map(({ name }) => name)).toEqual(persons);
  expect(authors.filter(({ isOrganization }) => isOrganization).map(({ name }) => name)).toEqual(organizations);
});
