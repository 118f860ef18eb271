import { describe, expect, it } from "vitest";
import { Canvas, CANVAS_SIZE, CANVAS_WIDTH } from "../../src/demo/canvas.js";

/** Pixels in the unit of points. */
const PIXEL = 100 / CANVAS_SIZE.height;

function pixel({ pixels }: Canvas, x: number, y: number): number[] {
  const at = (y * CANVAS_SIZE.width + x) * 3;
  return [...pixels.subarray(at, at + 3)];
}

describe("a canvas", () => {
  it("has a sky that changes from the top to the bottom and is the same from left to right", () => {
    const canvas = new Canvas(0x000000, 0xff8000);
    expect(pixel(canvas, 0, 0)).toEqual([0, 0, 0]);
    expect(pixel(canvas, 0, CANVAS_SIZE.height / 2)).toEqual([128, 64, 0]);
    for (const y of [0, 300, CANVAS_SIZE.height - 1]) {
      expect(pixel(canvas, CANVAS_SIZE.width - 1, y)).toEqual(pixel(canvas, 0, y));
    }
  });

  it("paints exactly the pixels of a box, and a part of those that it covers in part", () => {
    const canvas = new Canvas(0, 0).box(10 * PIXEL, 20 * PIXEL, 2.5 * PIXEL, 1.5 * PIXEL, 0xffffff);
    const row = (y: number): number[] => [9, 10, 11, 12, 13].map((x) => pixel(canvas, x, y)[0] ?? -1);
    expect([19, 20, 21, 22].map(row)).toEqual([
      [0, 0, 0, 0, 0],
      [0, 255, 255, 128, 0],
      [0, 128, 128, 64, 0],
      [0, 0, 0, 0, 0],
    ]);
  });

  it("mixes a colour with what is below it by its opacity", () => {
    const canvas = new Canvas(0, 0).box(0, 0, 10, 10, 0x0000ff, 0.5).box(0, 0, 10, 10, 0xff0000, 0.5);
    expect(pixel(canvas, 5, 5)).toEqual([128, 0, 64]);
  });

  it("paints what is outside of it nowhere", () => {
    const canvas = new Canvas(0, 0).box(-50, -50, 40, 40, 0xffffff).disc(CANVAS_WIDTH + 5, 50, 5, 0xffffff);
    expect(canvas.pixels.every((value) => value === 0)).toBe(true);
    const full = new Canvas(0, 0).box(-50, -50, CANVAS_WIDTH + 100, 200, 0xffffff);
    expect(full.pixels.every((value) => value === 255)).toBe(true);
  });
});
