import { words } from "./words.js";

/*
 * Words for persons and their offices that are looked for in texts of every language. All are lower case.
 */

/** How somebody is addressed, which is no office. */
export const addresses = words("dr dr. prof. sir lord dame lady hon. st. mr. mrs. ms.");

/** Words that describe an office and are none. */
export const officeAdjectives = words(
  "former acting deputy first supreme state senior junior veteran foreign general majority minority late chief top vice then-president",
);

/** Ends of English adjectives. */
export const adjectiveEnds: readonly string[] = "al ic ive ing ary ian ish an ese ate -based -born time".split(" ");

/** Titles that belong to how somebody is addressed rather than to an office. */
export const honorifics = words("ayatollah dr. dr rev. prof. sir sheikh sheik imam lord dame");

/** Indefinite articles; behind them anything is a description of a person, and behind "the" it may begin the sentence. */
export const indefiniteArticles = words("a an ein eine un une una");

/** Articles that are no part of an office, as the alternatives of a regular expression. */
export const leadingArticles = "the|an?|der|die|das|eine?r?|les?|la|l[’']|une?|el|los|las|una?";

/** Ends of the names of peoples and of their languages, as in a regular expression. */
export const peopleEnd = /(?:ish|[nlu]ese|[^l]ians?|icans?|eans?)$/u;

/** Words of institutions that are common family names as well. */
export const familyNames = words("park black white hall house church price post valley beach law force lake bill");

/** Nouns of persons that are no titles. */
export const holders = words(
  "member supporter critic native resident veteran expert lawmaker official insider operative donor mitglied",
);

/** Ends of offices and other nouns for a woman and for a man. */
export const womanEnd =
  /(?:woman|women|actress|wife|mother|daughter|sister|widow|queen|princess|girl|lady|businesswoman|in)$/u;
export const manEnd = /(?:[^o]man|husband|father|son|brother|widower|king|prince|actor|lord|sir)$/u;

/** The same in German, where the end of an office shows the gender. */
export const germanWomanEnd = /(?:in|frau)$/u;
export const germanManEnd = /(?:er|är|ent|or|chef)$/u;

/** Ends of German nouns for one woman; other nouns behind "die" are plurals. */
export const oneWomanEnd = /(?:in|frau|mutter|schwester|tochter|witwe|jährige)$/u;

/** Ends of German nouns for people that papers quote without a name. */
export const unnamedEnd =
  /(?:sprecher|zeuge|zeugen|anwohner|nachbar|ermittler|polizist|beamter|demonstrant|kollege|freund)(?:in)?$/u;

/** Short forms of offices as they are before names. */
export const officeForms: ReadonlyMap<string, readonly string[]> = new Map([
  ["sen.", ["senator", "lawmaker"]],
  ["senator", ["lawmaker"]],
  ["gov.", ["governor"]],
  ["rep.", ["representative", "congressman", "congresswoman", "lawmaker"]],
  ["prof.", ["professor"]],
  ["dr.", ["doctor"]],
  ["lt.", ["lieutenant"]],
  ["capt.", ["captain"]],
  ["gen.", ["general"]],
  ["sgt.", ["sergeant"]],
]);

/** Ends of English plurals of persons: "protesters", "activists". */
export const groupEnd = /.{3}(?:ers|ors|ists|ians)$/u;
