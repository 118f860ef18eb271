import sharp from "sharp";

/*
 * The image library, set up once: it opens the five formats of images and nothing else, whatever a file claims to be; it
 * keeps no files open; and each picture is worked on by one thread, because several are worked on at once.
 */

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpeg",
    "VipsForeignLoadPng",
    "VipsForeignLoadWebp",
    "VipsForeignLoadHeif",
    "VipsForeignLoadNsgif",
  ],
});
sharp.cache(false);
sharp.concurrency(1);

export { sharp };

/** Seconds after which work on one picture is given up. */
export const WORK_TIMEOUT_S = 60;
