/** An image whose addresses were requested for some widths. */
interface SizedImage {
  readonly width: number;
  readonly height: number;
}

/** A rendition as it was requested. */
export interface RequestedSize {
  readonly url: string;
  readonly width: number;
  /** Absent where only the width was set. */
  readonly height?: number;
}

/** The attributes of an `img`. */
export interface ImageSources {
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The attributes of an `img` for renditions from the smallest to the largest. Dateline never enlarges a picture: a rendition
 * that is larger than the original has the original's size, and is left out where a smaller one has it as well.
 */
export function sourcesOf(image: SizedImage, requested: readonly RequestedSize[]): ImageSources {
  const sizes = requested.map(({ url, ...wanted }) => ({ url, ...actualSize(image, wanted) }));
  const distinct = sizes.filter(({ width }, at) => sizes.findIndex((size) => size.width === width) === at);
  const [smallest] = distinct;
  const largest = distinct.at(-1);
  if (!smallest || !largest) throw new Error("An image needs at least one size.");
  return {
    src: smallest.url,
    srcset: distinct.map(({ url, width }) => `${url} ${width}w`).join(", "),
    width: largest.width,
    height: largest.height,
  };
}

function actualSize(image: SizedImage, wanted: Omit<RequestedSize, "url">): SizedImage {
  const height = wanted.height ?? (wanted.width * image.height) / image.width;
  const factor = Math.min(1, image.width / wanted.width, image.height / height);
  return { width: Math.round(wanted.width * factor), height: Math.round(height * factor) };
}
