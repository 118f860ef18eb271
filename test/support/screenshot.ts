import type { Page } from "playwright-core";
import sharp from "sharp";

/** Writes a small screenshot of a page, for documentation. Returns its size in bytes. */
export async function saveScreenshot(page: Page, file: string, width: number): Promise<number> {
  const shot = await page.screenshot({ type: "png" });
  const { size } = await sharp(shot).resize({ width }).webp({ quality: 36, effort: 6 }).toFile(file);
  return size;
}
