/** Across and down, in hundredths of the canvas's height. */
export type Point = readonly [number, number];

/** Red, green and blue, such as 0xf2c14e. */
export type Colour = number;

/** Lines of samples in a row of pixels, so that edges are smooth. */
const SAMPLES = 4;

const CIRCLE_CORNERS = 48;

/** The size of every canvas in pixels. */
export const CANVAS_SIZE = { width: 1200, height: 750 } as const;

/** The width of a canvas in the unit of points. */
export const CANVAS_WIDTH = (100 * CANVAS_SIZE.width) / CANVAS_SIZE.height;

const SCALE = CANVAS_SIZE.height / 100;

function channelsOf(colour: Colour): readonly [number, number, number] {
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
}

/** A picture in memory that polygons are painted on, one over the other. */
export class Canvas {
  /** Three bytes for each pixel, row by row. */
  readonly pixels = new Uint8ClampedArray(CANVAS_SIZE.width * CANVAS_SIZE.height * 3);
  /** How much more of each pixel of the current row is covered than of the one before it, from -1 to 1. */
  readonly #rises = new Float32Array(CANVAS_SIZE.width + 2);

  /** A canvas with a sky from one colour at the top to another at the bottom. */
  constructor(top: Colour, bottom: Colour) {
    const [from, to] = [channelsOf(top), channelsOf(bottom)];
    const bytesOfRow = CANVAS_SIZE.width * 3;
    for (let row = 0; row < CANVAS_SIZE.height; row += 1) {
      const down = row / CANVAS_SIZE.height;
      const start = row * bytesOfRow;
      this.pixels.set(
        from.map((channel, at) => channel * (1 - down) + (to[at] ?? 0) * down),
        start,
      );
      // Each copy doubles what is filled of the row.
      for (let filled = 3; filled < bytesOfRow; filled *= 2) {
        this.pixels.copyWithin(start + filled, start, start + Math.min(filled, bytesOfRow - filled));
      }
    }
  }

  /**
   * Paints a polygon; where it crosses itself an even number of times is outside.
   *
   * @param coordinates x and y of each corner in turn.
   */
  polygon(coordinates: readonly number[], colour: Colour, opacity = 1): this {
    const points = pointsOf(coordinates);
    const columns = rangeOf(
      points.map(([x]) => x),
      CANVAS_SIZE.width,
    );
    const rows = rangeOf(
      points.map(([, y]) => y),
      CANVAS_SIZE.height,
    );
    for (let row = rows.first; row < rows.end; row += 1) {
      this.#rises.fill(0, columns.first, columns.end + 2);
      for (let sample = 0; sample < SAMPLES; sample += 1) this.#cover(points, row + (sample + 0.5) / SAMPLES);
      this.#paintRow(row, columns, channelsOf(colour), opacity);
    }
    return this;
  }

  /** Paints a rectangle by its left upper corner and its size. */
  box(x: number, y: number, width: number, height: number, colour: Colour, opacity = 1): this {
    const [right, bottom] = [x + width, y + height];
    return this.polygon([x, y, right, y, right, bottom, x, bottom], colour, opacity);
  }

  /** Paints an ellipse by its centre and its radii; a circle where there is one radius. */
  disc(x: number, y: number, across: number, colour: Colour, opacity = 1, down = across): this {
    const corners = Array.from({ length: CIRCLE_CORNERS }, (_, at) => {
      const angle = (2 * Math.PI * at) / CIRCLE_CORNERS;
      return [x + across * Math.cos(angle), y + down * Math.sin(angle)];
    });
    return this.polygon(corners.flat(), colour, opacity);
  }

  /** Paints a straight line of a width. */
  line([x1, y1]: Point, [x2, y2]: Point, width: number, colour: Colour): this {
    const half = width / 2 / Math.hypot(x2 - x1, y2 - y1);
    const [dx, dy] = [(y2 - y1) * half, (x1 - x2) * half];
    return this.polygon([x1 + dx, y1 + dy, x2 + dx, y2 + dy, x2 - dx, y2 - dy, x1 - dx, y1 - dy], colour);
  }

  /** Adds what a polygon covers of one line of samples. */
  #cover(points: readonly Point[], line: number): void {
    for (const [at, x] of crossingsOf(points, line / SCALE).entries()) {
      this.#rise(Math.min(CANVAS_SIZE.width, Math.max(0, x * SCALE)), at % 2 === 0 ? 1 : -1);
    }
  }

  /** Begins or ends what is covered at a place within a pixel, of which it covers a share. */
  #rise(x: number, direction: 1 | -1): void {
    const pixel = Math.floor(x);
    const share = x - pixel;
    this.#rises[pixel] = (this.#rises[pixel] ?? 0) + (direction * (1 - share)) / SAMPLES;
    this.#rises[pixel + 1] = (this.#rises[pixel + 1] ?? 0) + (direction * share) / SAMPLES;
  }

  #paintRow(row: number, { first, end }: PixelRange, colour: readonly [number, number, number], opacity: number): void {
    let covered = 0;
    for (let x = first; x < end; x += 1) {
      covered += this.#rises[x] ?? 0;
      if (covered > 0.001) this.#paintPixel((row * CANVAS_SIZE.width + x) * 3, colour, Math.min(1, covered) * opacity);
    }
  }

  #paintPixel(at: number, colour: readonly [number, number, number], share: number): void {
    const { pixels } = this;
    pixels[at] = (pixels[at] ?? 0) * (1 - share) + colour[0] * share;
    pixels[at + 1] = (pixels[at + 1] ?? 0) * (1 - share) + colour[1] * share;
    pixels[at + 2] = (pixels[at + 2] ?? 0) * (1 - share) + colour[2] * share;
  }
}

function pointsOf(coordinates: readonly number[]): Point[] {
  return coordinates.flatMap((x, at): Point[] => (at % 2 === 0 ? [[x, coordinates[at + 1] ?? 0]] : []));
}

interface PixelRange {
  readonly first: number;
  readonly end: number;
}

/** The pixels of a row or column between the least and the greatest place. */
function rangeOf(places: readonly number[], size: number): PixelRange {
  const first = Math.max(0, Math.floor(Math.min(...places) * SCALE));
  return { first, end: Math.min(size, Math.ceil(Math.max(...places) * SCALE)) };
}

/** Where a horizontal line crosses a polygon, from left to right. */
function crossingsOf(points: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  let [x1, y1] = points.at(-1) ?? [0, 0];
  for (const [x2, y2] of points) {
    if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) * (x2 - x1)) / (y2 - y1));
    [x1, y1] = [x2, y2];
  }
  return crossings.sort((a, b) => a - b);
}
