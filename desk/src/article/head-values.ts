import type {
  ArticleToEditFragment,
  FigureInput,
  ImageToShowFragment,
  PersonToNameFragment,
  UpdateArticleInput,
} from "../api/generated/graphql.ts";
import { keptText } from "../editor/parts.ts";

/** A picture with its texts in this article. */
export interface ChosenFigure {
  /** Null of a figure that the server has not seen yet. */
  readonly id: string | null;
  readonly image: ImageToShowFragment;
  readonly caption: string;
  readonly alt: string;
}

/** An author as the form has one. */
export interface ChosenAuthor {
  readonly person: PersonToNameFragment;
  readonly role: string;
}

/** A dateline as the form has one; empty texts are none. */
export interface DatelineValue {
  readonly text: string;
  readonly place: string;
  readonly date: string;
}

/** Everything of an article that is not its body, as the form has it. */
export interface HeadValues {
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly dateline: DatelineValue;
  readonly language: string;
  readonly sectionId: string | null;
  readonly topics: readonly string[];
  readonly authors: readonly ChosenAuthor[];
  readonly embargoedUntil: string | null;
  readonly leadImage: ChosenFigure | null;
}

/** The name of a field of the head. */
export type HeadName = keyof HeadValues;

/** All fields, in the order of the form. */
export const HEAD_NAMES = [
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "authors",
  "sectionId",
  "topics",
  "language",
  "embargoedUntil",
  "leadImage",
] as const satisfies readonly HeadName[];

/** The head of an article of the API. */
export function headOf(article: ArticleToEditFragment): HeadValues {
  const {
    headline,
    standfirst,
    byline,
    bylineIsDerived,
    dateline,
    language,
    section,
    topics,
    authors,
    embargoedUntil,
    leadImage,
  } = article;
  return {
    headline,
    standfirst: standfirst ?? "",
    // The names of the authors are printed where nobody wrote a line; the form has none then.
    byline: bylineIsDerived ? "" : (byline ?? ""),
    dateline: { text: dateline?.text ?? "", place: dateline?.place ?? "", date: dateline?.date ?? "" },
    language,
    sectionId: section?.id ?? null,
    topics: topics.map(({ name }) => name),
    authors: authors.map(({ person, role }) => ({ person, role: role ?? "" })),
    // In the one form that a field of the desk has too.
    embargoedUntil: embargoedUntil ? new Date(embargoedUntil).toISOString() : null,
    leadImage: leadImage
      ? { id: leadImage.id, image: leadImage.image, caption: leadImage.caption ?? "", alt: leadImage.alt }
      : null,
  };
}

/** A line as the server keeps it. */
function line(text: string): string | null {
  return keptText(text.replaceAll(/\s+/gu, " "));
}

function datelineInput({ text, place, date }: DatelineValue): UpdateArticleInput["dateline"] {
  const input = { text: line(text), place: line(place), date: date || null };
  return input.text === null && input.place === null && input.date === null ? null : input;
}

function figureInput(figure: ChosenFigure | null): FigureInput | null {
  if (!figure) return null;
  const { id, image, caption, alt } = figure;
  return { ...(id !== null && { id }), imageId: image.id, caption: keptText(caption), alt: line(alt) };
}

/** How each field is sent; what has the same input has the same value. */
const INPUTS: { readonly [Name in HeadName]: (value: HeadValues[Name]) => Partial<UpdateArticleInput> } = {
  headline: (headline) => ({ headline: line(headline) ?? "" }),
  standfirst: (standfirst) => ({ standfirst: line(standfirst) }),
  byline: (byline) => ({ byline: line(byline) }),
  dateline: (dateline) => ({ dateline: datelineInput(dateline) ?? null }),
  language: (language) => ({ language }),
  sectionId: (sectionId) => ({ sectionId }),
  topics: (topics) => ({ topics: [...topics] }),
  authors: (authors) => ({ authors: authors.map(({ person, role }) => ({ personId: person.id, role: line(role) })) }),
  embargoedUntil: (embargoedUntil) => ({ embargoedUntil }),
  leadImage: (leadImage) => ({ leadImage: figureInput(leadImage) }),
};

function inputOf<Name extends HeadName>(head: HeadValues, name: Name): Partial<UpdateArticleInput> {
  return INPUTS[name](head[name]);
}

/** Whether two heads have the same value in a field, as the server keeps it. */
export function isSameField(one: HeadValues, other: HeadValues, name: HeadName): boolean {
  return one[name] === other[name] || JSON.stringify(inputOf(one, name)) === JSON.stringify(inputOf(other, name));
}

/** The fields that differ from what is saved, as the API takes them. */
export function headInput(head: HeadValues, saved: HeadValues): Partial<UpdateArticleInput> {
  const changed = HEAD_NAMES.filter((name) => !isSameField(head, saved, name));
  return Object.assign({}, ...changed.map((name) => inputOf(head, name)));
}

/** A head with another value in one field. */
export function withField<Name extends HeadName>(head: HeadValues, name: Name, value: HeadValues[Name]): HeadValues {
  return { ...head, [name]: value };
}

/**
 * The form after the server has answered: fields that nobody touched since take the answer, and a field that was written in
 * stays as it is on the screen, so that no space at its end disappears under the caret.
 */
export function headAfter(head: HeadValues, before: HeadValues, answer: HeadValues): HeadValues {
  const untouched = HEAD_NAMES.filter((name) => isSameField(head, before, name));
  const taken = Object.fromEntries(untouched.map((name) => [name, answer[name]]));
  const ids = head.leadImage && answer.leadImage?.image.id === head.leadImage.image.id ? answer.leadImage.id : null;
  const leadImage = head.leadImage && ids !== null ? { ...head.leadImage, id: ids } : head.leadImage;
  return { ...head, leadImage, ...taken };
}
