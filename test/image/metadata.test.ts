import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { proposeFields } from "../../src/image/metadata/image-metadata.parse.js";

const NOTHING = {
  alt: null,
  headline: null,
  caption: null,
  credit: null,
  copyright: null,
  usageTerms: null,
  place: null,
  takenAt: null,
};

const packet = (attributes: string, content = ""): Buffer =>
  Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${attributes}>${content}</rdf:Description></rdf:RDF></x:xmpmeta>`);

/** Data sets of IPTC-IIM, in the resources of Photoshop. */
function iptc(sets: readonly (readonly [number, Buffer])[]): Buffer {
  const data = Buffer.concat(
    sets.map(([set, value]) =>
      Buffer.concat([Buffer.from([0x1c, 2, set, value.length >> 8, value.length & 255]), value]),
    ),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([Buffer.from("8BIM\x04\x04\0\0", "latin1"), length, data]);
}

/** A TIFF structure with texts in its first directory. */
function exif(texts: readonly (readonly [number, Buffer])[], isLittle = true): Buffer {
  const head = Buffer.alloc(8 + 2 + texts.length * 12 + 4);
  head.write(isLittle ? "II*\0" : "MM\0*", "latin1");
  const short = (value: number, at: number): number =>
    isLittle ? head.writeUInt16LE(value, at) : head.writeUInt16BE(value, at);
  const long = (value: number, at: number): number =>
    isLittle ? head.writeUInt32LE(value, at) : head.writeUInt32BE(value, at);
  long(8, 4);
  short(texts.length, 8);
  let offset = head.length;
  for (const [at, [tag, value]] of texts.entries()) {
    short(tag, 10 + at * 12);
    short(2, 12 + at * 12);
    long(value.length, 14 + at * 12);
    long(offset, 18 + at * 12);
    offset += value.length;
  }
  return Buffer.concat([Buffer.from("Exif\0\0"), head, ...texts.map(([, value]) => value)]);
}

describe("the metadata of a file", () => {
  it("propose nothing where there are none, or none that can be read", () => {
    expect(proposeFields({})).toEqual(NOTHING);
    const broken = Buffer.from("not metadata at all <<<< \xff\xfe\0", "latin1");
    expect(proposeFields({ exif: broken, iptc: broken, xmp: broken })).toEqual(NOTHING);
    for (const length of [0, 1, 3, 8, 9, 11]) {
      const cut = exif([[0x8298, Buffer.from("Somebody\0")]]).subarray(0, length);
      expect(proposeFields({ exif: cut })).toEqual(NOTHING);
    }
  });

  it("are read from XMP, as attributes, elements and lists", () => {
    const xmp = packet(
      'photoshop:Headline="Fähre im Sturm" photoshop:Credit="dpa" photoshop:DateCreated="2026-03-01T12:30:00+01:00" photoshop:City="Kiel"',
      `<dc:description><rdf:Alt><rdf:li xml:lang="de">Die Fähre.</rdf:li><rdf:li xml:lang="x-default">The ferry &amp; the storm.</rdf:li></rdf:Alt></dc:description>
       <dc:creator><rdf:Seq><rdf:li>Jo Doe</rdf:li><rdf:li>Ann Roe</rdf:li></rdf:Seq></dc:creator>
       <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Jo Doe</rdf:li></rdf:Alt></dc:rights>
       <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Editorial use only.</rdf:li></rdf:Alt></xmpRights:UsageTerms>
       <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A ferry in high waves</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
       <photoshop:Country>Germany</photoshop:Country>`,
    );
    expect(proposeFields({ xmp })).toEqual({
      alt: "A ferry in high waves",
      headline: "Fähre im Sturm",
      caption: "The ferry & the storm.",
      credit: "dpa",
      copyright: "© 2026 Jo Doe",
      usageTerms: "Editorial use only.",
      place: "Kiel, Germany",
      takenAt: new Date("2026-03-01T11:30:00Z"),
    });
    const onlyCreators = packet(
      "",
      "<dc:creator><rdf:Seq><rdf:li>Jo Doe</rdf:li><rdf:li>Ann Roe</rdf:li></rdf:Seq></dc:creator>",
    );
    expect(proposeFields({ xmp: onlyCreators }).credit).toBe("Jo Doe, Ann Roe");
  });

  it.each(["utf8", "latin1"] as const)("are read from IPTC-IIM in %s", (encoding) => {
    const text = (value: string): Buffer => Buffer.from(value, encoding);
    const data = iptc([
      [105, text("Größe der Fähre")],
      [120, text("Die Fähre.")],
      [80, text("José Pérez")],
      [116, text("© José Pérez")],
      [90, text("Málaga")],
      [101, text("España")],
      [55, text("20260301")],
      [60, text("123000+0100")],
    ]);
    expect(proposeFields({ iptc: data })).toEqual({
      ...NOTHING,
      headline: "Größe der Fähre",
      caption: "Die Fähre.",
      credit: "José Pérez",
      copyright: "© José Pérez",
      place: "Málaga, España",
      takenAt: new Date("2026-03-01T11:30:00Z"),
    });
  });

  it.each([true, false])(
    "are read from Exif, also in the other order of bytes and in Windows-1252 (%s)",
    (isLittle) => {
      const data = exif(
        [
          [0x010e, Buffer.from("Café “Zur Fähre”\0", "utf8")],
          [0x013b, Buffer.from("Jos\xe9\0", "latin1")],
          [0x8298, Buffer.from("港湾局\0", "utf8")],
        ],
        isLittle,
      );
      expect(proposeFields({ exif: data })).toEqual({
        ...NOTHING,
        caption: "Café “Zur Fähre”",
        credit: "José",
        copyright: "港湾局",
      });
    },
  );

  it("count in the order XMP, IPTC-IIM, Exif", () => {
    const data = exif([[0x010e, Buffer.from("From Exif\0")]]);
    const older = iptc([[120, Buffer.from("From IPTC")]]);
    const xmp = packet(
      "",
      '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">From XMP</rdf:li></rdf:Alt></dc:description>',
    );
    expect(proposeFields({ exif: data, iptc: older, xmp }).caption).toBe("From XMP");
    expect(proposeFields({ exif: data, iptc: older }).caption).toBe("From IPTC");
    expect(proposeFields({ exif: data }).caption).toBe("From Exif");
  });

  it("leave out what cameras write by themselves, and what breaks the rule of its field", () => {
    for (const text of ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM\\100", "  ", "\u0001\u0002"]) {
      expect(proposeFields({ exif: exif([[0x010e, Buffer.from(`${text}\0`)]]) }).caption).toBeNull();
    }
    expect(proposeFields({ iptc: iptc([[110, Buffer.from("x".repeat(301))]]) }).credit).toBeNull();
    expect(proposeFields({ xmp: packet('photoshop:DateCreated="2026"') }).takenAt).toBeNull();
    expect(proposeFields({ xmp: packet('photoshop:DateCreated="2026-02-31"') }).takenAt).toBeNull();
  });

  it("are not followed in circles, and not read when they are huge", () => {
    const circle = exif([[0x8298, Buffer.from("Somebody\0")]]);
    // The entry now leads to the directory that it is in.
    circle.writeUInt16LE(0x8769, 6 + 10);
    circle.writeUInt16LE(4, 6 + 12);
    circle.writeUInt32LE(8, 6 + 18);
    expect(proposeFields({ exif: circle })).toEqual(NOTHING);
    const deep = packet("", "<a>".repeat(50_000));
    expect(proposeFields({ xmp: deep })).toEqual(NOTHING);
    expect(proposeFields({ xmp: packet('photoshop:Credit="dpa"', " ".repeat(300_000)) }).credit).toBeNull();
  });

  it("are found in the files that the image library writes", async () => {
    const xmp = packet('photoshop:Credit="dpa"').toString();
    for (const format of ["jpeg", "png", "webp", "avif"] as const) {
      const file = await sharp({ create: { width: 30, height: 20, channels: 3, background: "#123456" } })
        .withExif({
          IFD0: { Copyright: "Jo Doe" },
          IFD2: { DateTimeOriginal: "2026:03:01 12:30:00", OffsetTimeOriginal: "+01:00" },
        })
        .withXmp(xmp)
        .toFormat(format)
        .toBuffer();
      const takenAt = new Date("2026-03-01T11:30:00Z");
      expect({ format, ...proposeFields(await sharp(file).metadata()) }).toEqual({
        ...NOTHING,
        format,
        credit: "dpa",
        copyright: "Jo Doe",
        takenAt,
      });
    }
  });
});
