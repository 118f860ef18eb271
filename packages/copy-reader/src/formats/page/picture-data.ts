import type { ShownImage } from "../../story/story-value.js";

/** A picture that is written into the markup. Drawings of this kind are placeholders for what is loaded late. */
const DATA = /^data:(?<type>image\/(?!svg)[\w.+-]{1,40})(?:;[\w=.+-]{1,60}){0,4};base64,/iu;

/** An animation or picture of so few pixels on a side only keeps a place free or counts visitors. */
const MOST_OF_SPACER = 2;

/** The file of a picture that is written into its address; null where it is not one. */
export function readPictureData(address: string): Pick<ShownImage, "url" | "content"> | null {
  const found = DATA.exec(address.slice(0, 300));
  const type = found?.groups?.["type"]?.toLowerCase();
  if (!found || type === undefined) return null;
  const encoded = address.slice(found[0].length).replaceAll("%2B", "+").replaceAll("%2F", "/").replaceAll("%3D", "=");
  const content = new Uint8Array(Buffer.from(encoded, "base64"));
  return content.length === 0 || isSpacer(content) ? null : { url: `data:${type}`, content };
}

/** Whether the head of a GIF has next to no pixels. */
function isSpacer(content: Uint8Array): boolean {
  const head = Buffer.from(content.subarray(0, 10));
  if (!head.toString("latin1").startsWith("GIF8")) return false;
  return head.length < 10 || Math.max(head.readUInt16LE(6), head.readUInt16LE(8)) <= MOST_OF_SPACER;
}
