/** The formats that copy is read in, as the contract names them. */
export type WireFormat = "TEXT" | "HTML" | "NINJS" | "NITF" | "NEWSML_G2" | "IPTC7901" | "ANPA" | "EMAIL" | "WXR";
