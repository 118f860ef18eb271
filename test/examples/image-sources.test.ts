import { describe, expect, it } from "vitest";
import { sourcesOf } from "../../examples/news-site/src/lib/image-sources.js";

const whole = [480, 960, 1440].map((width) => ({ url: `/${width}`, width }));
const cropped = [
  { url: "/small", width: 400, height: 250 },
  { url: "/large", width: 800, height: 500 },
];

describe("the sources of a picture in the example", () => {
  it("name every size with its width, and take the place of the largest", () => {
    expect(sourcesOf({ width: 3000, height: 2000 }, whole)).toEqual({
      src: "/480",
      srcset: "/480 480w, /960 960w, /1440 1440w",
      width: 1440,
      height: 960,
    });
  });

  it("name the width that a picture has which is smaller than requested, and no width twice", () => {
    expect(sourcesOf({ width: 1200, height: 750 }, whole)).toMatchObject({
      srcset: "/480 480w, /960 960w, /1440 1200w",
      width: 1200,
      height: 750,
    });
    expect(sourcesOf({ width: 300, height: 200 }, whole)).toEqual({
      src: "/480",
      srcset: "/480 300w",
      width: 300,
      height: 200,
    });
  });

  it("keep the shape of a crop when the picture is too small in one direction", () => {
    expect(sourcesOf({ width: 600, height: 2000 }, cropped)).toMatchObject({
      srcset: "/small 400w, /large 600w",
      width: 600,
      height: 375,
    });
  });
});
