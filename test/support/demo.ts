import { type DemoCount, loadDemo } from "../../src/demo/demo.service.js";
import { demoNewsroom } from "../../src/demo/demo.stories.js";
import { FolderStore } from "../../src/image/folder-store.js";
import { systemClock } from "../../src/lib/clock.js";
import { newId } from "../../src/lib/new-id.js";
import type { TestApp } from "./app.js";

/** Fills the empty database of an app with the demo newsroom, and its store of images with the pictures. */
export async function loadDemoNewsroom({ database, images }: TestApp): Promise<DemoCount | null> {
  const store = new FolderStore(images);
  return loadDemo(database, { newId, clock: systemClock }, demoNewsroom, { store, folder: store.incoming });
}
