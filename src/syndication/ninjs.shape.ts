/** The part of an IPTC ninjs 3.1 item that is written here; the schema defines each property. */
export interface NinjsItem {
  readonly uri: string;
  readonly type: "text" | "picture";
  readonly representationType?: "full";
  readonly profile?: string;
  readonly version?: string;
  readonly firstCreated?: string;
  readonly versionCreated?: string;
  readonly contentCreated?: string;
  readonly pubStatus?: "usable" | "withheld";
  readonly language?: string;
  readonly title?: string;
  readonly slugline?: string;
  readonly by?: string;
  readonly located?: string;
  readonly edNote?: string;
  readonly copyrightNotice?: string;
  readonly usageTerms?: string;
  readonly headlines?: readonly NinjsText[];
  readonly descriptions?: readonly NinjsText[];
  readonly bodies?: readonly NinjsText[];
  readonly people?: readonly NinjsPerson[];
  readonly places?: readonly NinjsThing[];
  readonly subjects?: readonly NinjsThing[];
  readonly events?: readonly { readonly name: string; readonly rel: string }[];
  readonly infoSources?: readonly { readonly name: string; readonly role: string; readonly uri?: string }[];
  readonly associations?: readonly NinjsAssociation[];
  readonly renditions?: readonly NinjsRendition[];
  readonly altIds?: readonly { readonly role: string; readonly value: string }[];
  readonly standard?: { readonly name: string; readonly version: string; readonly schema: string };
}

/** A form of the item, or the original of it, that can be fetched. */
export interface NinjsRendition {
  readonly name: string;
  readonly href: string;
  /** An IANA media type. */
  readonly contentType: string;
  /** In pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** A text in one of its roles. */
export interface NinjsText {
  readonly role: string;
  /** An IANA media type. */
  readonly contentType: string;
  readonly charCount?: number;
  readonly wordCount?: number;
  readonly value: string;
}

/** A person by name, and what the item has to do with them. */
export interface NinjsPerson {
  readonly name: string;
  readonly rel: "quoted" | "mentioned" | "author";
  readonly uri?: string;
  readonly literal?: string;
  readonly contactInfo?: readonly { readonly type: string; readonly name: string; readonly value: string }[];
}

/** A place or a subject, and what the item has to do with it. */
export interface NinjsThing {
  readonly name: string;
  readonly rel: string;
  readonly literal: string;
}

/** An item that belongs to another. */
export interface NinjsAssociation extends NinjsItem {
  readonly name: string;
  readonly rel: string;
}
