import { BadInputError } from "./errors.js";

/**
 * The one argument that was given of several that say the same in different ways.
 *
 * @throws BadInputError when none or more than one was given; it names them all.
 */
export function expectOneOf<Name extends string>(
  args: Readonly<Record<Name, string | null | undefined>>,
): { readonly name: Name; readonly value: string } {
  const names = Object.keys(args) as Name[];
  const given = names.flatMap((name) => {
    const value = args[name];
    return value === null || value === undefined ? [] : [{ name, value }];
  });
  const [only] = given;
  if (only && given.length === 1) return only;
  const named = names.map((name) => `"${name}"`).join(" and ");
  throw new BadInputError(`Exactly one of ${named} must be given, but there are ${given.length}.`, names.join(", "));
}
