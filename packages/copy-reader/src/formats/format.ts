/** The formats that copy is read in, as the contract names them. */
export type CopyFormat = "TEXT" | "HTML" | "NINJS" | "NITF" | "NEWSML_G2" | "IPTC7901" | "ANPA" | "EMAIL" | "WXR";
