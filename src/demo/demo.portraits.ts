import { Canvas, CANVAS_WIDTH, type Colour } from "./canvas.js";
import type { DemoPicture } from "./demo.type.js";
import { INK, RED, WHITE } from "./drawing-parts.js";

/** What distinguishes one portrait from another. */
interface Features {
  readonly wall: readonly [top: Colour, bottom: Colour];
  readonly skin: Colour;
  readonly hair: Colour;
  /** How far the hair falls, from 0 for short hair to 1 for the shoulders. */
  readonly length: number;
  readonly coat: Colour;
  readonly hasGlasses?: boolean;
  readonly hasBeard?: boolean;
}

const MIDDLE = CANVAS_WIDTH / 2;

/** A head and shoulders in front of a wall. */
function drawPortrait({ wall, skin, hair, length, coat, hasGlasses = false, hasBeard = false }: Features): Canvas {
  const canvas = new Canvas(wall[0], wall[1]);
  canvas.disc(MIDDLE, 38, 23, hair, 1, 26);
  canvas.box(MIDDLE - 23, 38, 46, 6 + 30 * length, hair);
  canvas.polygon(
    [MIDDLE - 42, 100, MIDDLE - 34, 82, MIDDLE - 10, 74, MIDDLE + 10, 74, MIDDLE + 34, 82, MIDDLE + 42, 100],
    coat,
  );
  canvas.box(MIDDLE - 8, 58, 16, 18, skin);
  canvas.polygon([MIDDLE - 12, 73, MIDDLE, 88, MIDDLE + 12, 73, MIDDLE + 8, 72, MIDDLE, 80, MIDDLE - 8, 72], WHITE);
  canvas.disc(MIDDLE, 44, 18, skin, 1, 22);
  if (hasBeard) canvas.disc(MIDDLE, 57, 13, hair, 1, 10).disc(MIDDLE, 51, 11, skin, 1, 6);
  canvas.disc(MIDDLE, 24, 19, hair, 1, 9);
  for (const side of [-1, 1]) drawEye(canvas, MIDDLE + side * 7.5, hair, hasGlasses);
  if (hasGlasses) canvas.line([MIDDLE - 3.5, 42], [MIDDLE + 3.5, 42], 0.8, INK);
  canvas.line([MIDDLE, 44], [MIDDLE - 1.6, 50], 0.8, INK);
  return canvas.polygon([MIDDLE - 5, 55.5, MIDDLE + 5, 55.5, MIDDLE + 2, 57.5, MIDDLE - 2, 57.5], RED);
}

function drawEye(canvas: Canvas, x: number, brow: Colour, hasGlasses: boolean): void {
  canvas.line([x - 3.5, 36.5], [x + 3.5, 36], 1.2, brow);
  if (hasGlasses) canvas.disc(x, 42, 5, INK).disc(x, 42, 4.2, WHITE, 0.9);
  canvas.disc(x, 42, 1.6, INK);
}

/** The portraits by the keys of the persons, with what they show. */
const PORTRAITS: Readonly<Record<string, Features & { readonly name: string; readonly alt: string }>> = {
  "mirela-vantorre": {
    name: "Mirela Vantorre",
    alt: "A woman with grey shoulder-length hair and glasses in a dark blue coat",
    wall: [0x9fb8c4, 0xd9e1de],
    skin: 0xe3b48f,
    hair: 0x8f9499,
    length: 1,
    coat: 0x24406b,
    hasGlasses: true,
  },
  "radomil-estavan": {
    name: "Radomil Estavan",
    alt: "A man with a grey beard in a black suit in front of a red wall",
    wall: [0x8a3b34, 0xc48a6a],
    skin: 0xeac3a2,
    hair: 0x6b655f,
    length: 0,
    coat: 0x1d1f24,
    hasBeard: true,
  },
  "tessaly-okorin": {
    name: "Tessaly Okorin",
    alt: "A woman with short black hair in a yellow jacket",
    wall: [0x3f7f86, 0x9bc4b4],
    skin: 0x8a5a3c,
    hair: 0x1c1714,
    length: 0.15,
    coat: 0xe0b03c,
  },
  "joss-halveston": {
    name: "Joss Halveston",
    alt: "A man with fair hair and a beard in a green jumper",
    wall: [0x6f8fae, 0xcfd8d2],
    skin: 0xf0cba8,
    hair: 0xc79a4a,
    length: 0.1,
    coat: 0x3f6b4b,
    hasBeard: true,
  },
  "bram-ostrick": {
    name: "Bram Ostrick",
    alt: "A man with brown hair and glasses in a grey raincoat",
    wall: [0x567386, 0xa9bcc0],
    skin: 0xd9a67e,
    hair: 0x54381f,
    length: 0.05,
    coat: 0x7c8893,
    hasGlasses: true,
  },
  "ines-calloway": {
    name: "Ines Calloway",
    alt: "A woman with long red hair in a green coat",
    wall: [0xb7a58a, 0xe9dfca],
    skin: 0xf1d0b5,
    hair: 0xa5492a,
    length: 0.9,
    coat: 0x2f5d50,
  },
};

/** The key of the portrait of a person; undefined where there is none. */
export function portraitOf(person: string): string | undefined {
  return person in PORTRAITS ? `portrait-${person}` : undefined;
}

/** The portraits of the demo newsroom. The persons are invented, and so are their faces. */
export const demoPortraits: readonly DemoPicture[] = Object.entries(PORTRAITS).map(
  ([person, { name, alt, ...features }]) => ({
    key: `portrait-${person}`,
    credit: "Drawing: Perpetua Lyle",
    usageTerms: "Drawn for the demo newsroom. Free to use, change and share (CC0 1.0).",
    draw: () => drawPortrait(features),
    headline: name,
    alt,
    focalPoint: { x: 0.5, y: 0.45 },
  }),
);
