import { describe, expect, it } from "vitest";
import { compareNames, loneName } from "../../src/person/person.alike.js";

/** Two names and in what they differ; null: they are not one person's. */
const PAIRS: readonly (readonly [string, string, readonly string[] | null])[] = [
  ["José Arranz", "Jose Arranz", []],
  ["Jean-Luc Ferrand", "Jean Luc Ferrand", []],
  ["Jean-Luc Ferrand", "Jeanluc Ferrand", ["parting"]],
  ["Grete Müllner", "Grete Muellner", ["letters"]],
  ["Nora Aasen", "Nora Åsen", ["letters"]],
  ["Mohammed Tarzi", "Muhammad Tarzi", ["spelling"]],
  ["Mohamad Tarzi", "Muhammad Tarzi", ["spelling"]],
  ["Taras Bilenkyy", "Taras Bilenky", ["spelling"]],
  ["Filipp Orlow", "Philip Orlov", ["spelling"]],
  ["Park Ji Woo", "Ji Woo Park", ["order"]],
  ["Horvath Ilona", "Ilona Horváth", ["order"]],
  ["Dale J. Whitcombe", "Dale Whitcombe", ["middle"]],
  ["Dale J. Whitcombe", "Dale James Whitcombe", ["middle"]],
  ["Dale Robert Whitcombe", "Dale James Whitcombe", null],
  ["D. Whitcombe", "Dale Whitcombe", ["initial"]],
  ["R. Whitcombe", "Dale Whitcombe", null],
  ["Karim al-Nasser", "Karim Nasser", ["particle"]],
  ["Pilar Ocaña", "Pilar Ocaña Ruiz", ["further"]],
  ["Owen Marsh Jr.", "Owen Marsh", ["suffix"]],
  ["Whitcombe", "Dale Whitcombe", ["family"]],
  ["von der Lohe", "Ute von der Lohe", ["family"]],
  ["Dale", "Dale Whitcombe", null],
  ["Muhammad Al Tarzi", "Mohammed Tarzi", ["particle", "spelling"]],
  ["Martin Vale", "Morton Vale", null],
  ["Hans Miller", "Hans Müller", null],
  ["Ann Lee", "Anne Li", null],
  ["Rosa Quint", "Rosa Quill", null],
  ["山田太郎", "山田太郎", []],
  ["山田太郎", "山田郎", null],
  ["ندا رحیمی", "رحیمی", ["family"]],
  ["", "Dale", null],
];

describe("two names", () => {
  it.each(PAIRS)("%s and %s: %j", (one, other, differences) => {
    expect(compareNames(one, other)).toEqual(differences);
    expect(compareNames(other, one)).toEqual(differences);
  });
});

describe("a lone family name", () => {
  it.each([
    ["Whitcombe", "whitcombe"],
    ["von der Lohe", "lohe"],
    ["Dale Whitcombe", null],
    ["Marsh Jr.", "marsh"],
    ["山", null],
    ["", null],
  ])("%s: %s", (name, lone) => {
    expect(loneName(name)).toBe(lone);
  });
});
