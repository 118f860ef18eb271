import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Desk } from "../support/desk.js";
import { makePicture, uploaded } from "../support/pictures.js";
import { findAll, readPage, readXml, type XmlElement } from "./read-xml.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const get = (address: string) =>
  desk.app.http.inject({ method: "GET", url: address.startsWith("/") ? address : new URL(address).pathname });

/** The size and format of the picture at an address, which anybody can load. */
async function loaded(address: string): Promise<readonly unknown[]> {
  const { statusCode, rawPayload, headers } = await get(address);
  if (statusCode !== 200) return [statusCode];
  const { width, height } = await sharp(rawPayload).metadata();
  return [width, height, headers["content-type"]];
}

/** The addresses of an `img` with the sizes that the page claims they have. */
function claimsOf({ attributes }: XmlElement): readonly (readonly [address: string, width: number])[] {
  const renditions = (attributes["srcset"] ?? "").split(", ").map((each) => each.split(" "));
  const own = [attributes["src"] ?? "", Number(attributes["width"])] as const;
  return [own, ...renditions.map(([address = "", width = ""]) => [address, Number.parseInt(width, 10)] as const)];
}

it.each([
  ["jpeg", "image/jpeg"],
  ["png", "image/png"],
  ["avif", "image/jpeg"],
  ["webp", "image/jpeg"],
] as const)(
  "every address of an uploaded %s in the page and the feed leads to a picture of the size it names",
  async (format, full) => {
    const lead = await uploaded(desk.app, desk.headers.AUTHOR, await makePicture({ width: 1000, height: 600, format }));
    const small = await uploaded(desk.app, desk.headers.AUTHOR, await makePicture({ width: 300, height: 450, format }));
    const slug = `with-${format}`;
    await desk.newsroom.published({
      slug,
      leadImage: { imageId: lead, alt: "A quay" },
      body: [{ figure: { imageId: small, alt: "A boat" } }],
    });
    const images = findAll(readPage((await get(`/articles/${slug}.html`)).body), "img");
    expect(images.map(({ attributes }) => [attributes["width"], attributes["height"]])).toEqual([
      ["1000", "600"],
      ["300", "450"],
    ]);
    const claims = images.flatMap(claimsOf);
    expect(claims).toHaveLength(6);
    for (const [address, width] of claims) expect((await loaded(address))[0]).toBe(width);
    const feed = readXml((await get("/feed.rss")).body);
    const [content] = findAll(feed, "media:content");
    expect(await loaded(content?.attributes["url"] ?? "")).toEqual([1000, 600, full]);
  },
);
