import { ANONYMOUS, OPERATOR } from "./role.js";

/** The name that is recorded for a bearer whose token holds no usable name. */
export const UNNAMED = "unnamed";

/** The name under which scheduled articles are published. */
export const SCHEDULER_NAME = "Scheduler";

/** Letters of other scripts that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a",
  с: "c",
  ԁ: "d",
  е: "e",
  һ: "h",
  і: "i",
  ӏ: "l",
  м: "m",
  п: "n",
  о: "o",
  р: "p",
  г: "r",
  ѕ: "s",
  ц: "u",
  у: "y",
  α: "a",
  ε: "e",
  η: "n",
  ι: "i",
  ο: "o",
  ρ: "p",
  υ: "u",
  γ: "y",
};

/** A name without case, marks, spaces, punctuation and characters that show nothing. */
function skeletonOf(name: string): string {
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return Array.from(letters, (letter) => LOOKALIKES[letter] ?? letter).join("");
}

const RESERVED = new Set([OPERATOR.name, SCHEDULER_NAME, ANONYMOUS.name, UNNAMED].map(skeletonOf));

/** Whether a name is, or looks like, one under which the server itself acts: nobody else may have it. */
export function isReservedName(name: string): boolean {
  return RESERVED.has(skeletonOf(name));
}
