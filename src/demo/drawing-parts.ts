import { Canvas, CANVAS_WIDTH, type Colour, type Point } from "./canvas.js";

/** Lines, windows and roofs. */
export const INK = 0x16263a;
/** Lamps and the sun. */
export const LIGHT = 0xf7d98b;
/** Walls, sails and the moon. */
export const WHITE = 0xf5f1e6;
/** What catches the eye. */
export const RED = 0xc8473c;

/** An empty canvas at night. */
export const night = (): Canvas => new Canvas(0x0b1c33, 0x2d5573);
/** An empty canvas by day. */
export const day = (): Canvas => new Canvas(0x9cc9dd, 0xf3e3c3);
/** An empty canvas in the evening. */
export const dusk = (): Canvas => new Canvas(0x3c4a78, 0xf0a972);

/** The coordinates of a curve from the left edge to the right one. */
function curve(heightAt: (x: number) => number): number[] {
  return Array.from({ length: 41 }, (_, step) => (step * CANVAS_WIDTH) / 40).flatMap((x) => [x, heightAt(x)]);
}

/** Bands of water from a height down, each darker than the one behind it. */
export function sea(canvas: Canvas, y: number, colours: readonly Colour[]): Canvas {
  for (const [at, colour] of colours.entries()) {
    const top = y + (at * (100 - y)) / colours.length;
    const crest = curve((x) => top + 0.8 * Math.sin(x / (3 + at) + 2 * at));
    canvas.polygon([...crest, CANVAS_WIDTH, 100, 0, 100], colour);
  }
  return canvas;
}

/** The bands of the sea by day. */
export const BLUE_SEA = [0x4f8fa8, 0x3d7890, 0x2e6179, 0x214a61];
/** The bands of the sea at night. */
export const NIGHT_SEA = [0x1f4862, 0x193b53, 0x132f45, 0x0e2436];
/** The bands of the sea in the evening. */
export const DUSK_SEA = [0x8a6f86, 0x6c5c7d, 0x504b6e, 0x393c5c];

/** A range of hills above a horizon. */
export function hills(canvas: Canvas, y: number, height: number, colour: Colour): Canvas {
  const ridge = curve((x) => y - height * (0.5 + 0.3 * Math.sin(x / 17) + 0.2 * Math.sin(x / 7 + 1)));
  return canvas.polygon([...ridge, CANVAS_WIDTH, y, 0, y], colour);
}

/** A boat of a length with its keel amidships at a point. */
export function boat(canvas: Canvas, [x, y]: Point, length: number, colour: Colour): Canvas {
  const half = length / 2;
  const deck = y - length / 5;
  canvas.box(x - half * 0.45, deck - length / 5, half * 0.75, length / 5, WHITE);
  canvas
    .box(x - half * 0.3, deck - length / 7, half * 0.18, length / 12, INK)
    .box(x, deck - length / 7, half * 0.18, length / 12, INK);
  canvas.line([x + half * 0.5, deck], [x + half * 0.5, deck - length / 2.2], length / 40, INK);
  return canvas.polygon(
    [x - half, deck, x + half * 1.1, deck - length / 20, x + half * 0.75, y, x - half * 0.8, y],
    colour,
  );
}

/** A light with its glow. */
export function lamp(canvas: Canvas, x: number, y: number, radius: number): Canvas {
  return canvas
    .disc(x, y, radius * 4, LIGHT, 0.12)
    .disc(x, y, radius * 2.2, LIGHT, 0.25)
    .disc(x, y, radius, LIGHT);
}

/** A lit buoy of a size, floating at a point. */
export function buoy(canvas: Canvas, x: number, y: number, size: number): Canvas {
  canvas.polygon([x - size, y, x + size, y, x + size * 0.3, y - size * 2.6, x - size * 0.3, y - size * 2.6], RED);
  return lamp(canvas, x, y - size * 3, size * 0.5);
}

/** A fish of a length, head to the left. */
export function fish(canvas: Canvas, x: number, y: number, length: number, colour: Colour): Canvas {
  const half = length / 2;
  canvas.polygon([x + half * 0.7, y, x + half * 1.35, y - half * 0.4, x + half * 1.35, y + half * 0.4], colour);
  return canvas.disc(x, y, half, colour, 1, half * 0.32).disc(x - half * 0.65, y - half * 0.06, half * 0.07, INK);
}

/** A house with its left lower corner at a point. */
export function house(canvas: Canvas, x: number, y: number, width: number, colour: Colour): Canvas {
  const wall = width * 1.1;
  canvas.box(x, y - wall, width, wall, colour);
  canvas.polygon([x - 1, y - wall, x + width + 1, y - wall, x + width / 2, y - wall - width * 0.5], INK);
  return canvas
    .box(x + width * 0.2, y - wall * 0.75, width * 0.2, wall * 0.25, LIGHT)
    .box(x + width * 0.6, y - wall * 0.75, width * 0.2, wall * 0.25, LIGHT);
}

/** A lighthouse with its foot at a point. */
export function lighthouse(canvas: Canvas, x: number, y: number, height: number): Canvas {
  const width = height / 6;
  canvas.polygon([x - width, y, x + width, y, x + width * 0.6, y - height, x - width * 0.6, y - height], WHITE);
  canvas.box(x - width * 0.85, y - height * 0.45, width * 1.7, height * 0.18, RED);
  return lamp(
    canvas.box(x - width * 0.5, y - height * 1.15, width, height * 0.15, INK),
    x,
    y - height * 1.08,
    width * 0.4,
  );
}

/** Wheels along a rail. */
export function wheels(canvas: Canvas, xs: readonly number[], y: number): Canvas {
  for (const x of xs) canvas.disc(x, y, 2.6, INK).disc(x, y, 1.1, 0x8d99a5);
  return canvas;
}
