import { foldName } from "../person/person.mentions.js";

/** How the role of a person in a story relates to the one in the newsroom. */
export type RoleRelation =
  /** One of them is unknown. */
  | "UNKNOWN"
  /** They have a word of weight in common, or are the same. */
  | "AGREES"
  /** They are worded otherwise, and may both be true. */
  | "DIFFERS"
  /** They belong to walks of life that one person hardly has at once, such as sport and government. */
  | "CONTRADICTS";

/** Compares the role in a story with the one in the newsroom. */
export function compareRoles(found: string | null, known: string | null): RoleRelation {
  const [one, other] = [wordsOf(found), wordsOf(known)];
  if (one.length === 0 || other.length === 0) return "UNKNOWN";
  if (one.join(" ") === other.join(" ")) return "AGREES";
  if (one.some((word) => word.length > 2 && !WEIGHTLESS.has(word) && other.includes(word))) return "AGREES";
  const [walks, others] = [walksOf(one), walksOf(other)];
  if (walks.size === 0 || others.size === 0) return "DIFFERS";
  return [...walks].some((walk) => others.has(walk)) ? "DIFFERS" : "CONTRADICTS";
}

function wordsOf(role: string | null): readonly string[] {
  return role === null ? [] : foldName(role).split(" ").filter(Boolean);
}

/** Words that roles of all kinds have in them; written as names are folded. */
const WEIGHTLESS = new Set(
  (
    "the and for from with former acting deputy vice chief senior junior head national international first second new " +
    "old state general of der die das des dem den und fur von ehemaliger ehemalige fruherer fruhere leitender leitende " +
    "les des une pour ancien ancienne premier premiere chef del los las una para antiguo antigua exjefe primer primera"
  ).split(" "),
);

/** Walks of life and the words of roles, in English, German, French and Spanish, that belong to them; folded like names. */
const WALKS: Readonly<Record<string, ReadonlySet<string>>> = {
  government: listed(
    "president premier minister ministers chancellor senator congressman congresswoman congressperson lawmaker mayor " +
      "governor parliamentarian councillor councilman councilwoman ambassador diplomat king queen prince princess " +
      "politician undersecretary mp mep prasident prasidentin ministerprasident ministerprasidentin bundeskanzler " +
      "bundeskanzlerin kanzler kanzlerin ministerin aussenminister aussenministerin innenminister innenministerin " +
      "finanzminister finanzministerin burgermeister burgermeisterin abgeordneter abgeordnete senatorin botschafter " +
      "botschafterin politiker politikerin presidente ministre depute deputee maire senateur senatrice ambassadeur " +
      "ambassadrice ministro ministra diputado diputada alcalde alcaldesa senador senadora embajador embajadora",
  ),
  sport: listed(
    "striker goalkeeper midfielder defender winger footballer quarterback linebacker pitcher batsman bowler cricketer " +
      "sprinter athlete swimmer cyclist skier boxer wrestler golfer gymnast rower jockey goalscorer coach club football " +
      "soccer basketball baseball hockey rugby tennis handball olympic sturmer sturmerin torwart torhuter torhuterin " +
      "mittelfeldspieler verteidiger trainer trainerin fussballer fussballerin sportler sportlerin radfahrer schwimmer " +
      "schwimmerin attaquant gardien milieu footballeur footballeuse entraineur entraineuse joueur joueuse nageur " +
      "nageuse cycliste delantero portero centrocampista futbolista entrenador entrenadora jugador jugadora nadador " +
      "nadadora ciclista",
  ),
  arts: listed(
    "singer songwriter rapper musician drummer guitarist pianist violinist composer conductor actor actress comedian " +
      "filmmaker novelist poet playwright painter sculptor dancer choreographer sanger sangerin musiker musikerin " +
      "schauspieler schauspielerin regisseur regisseurin dichter dichterin maler malerin schriftsteller schriftstellerin " +
      "chanteur chanteuse acteur actrice romancier romanciere peintre danseur danseuse cantante musico actriz novelista " +
      "poeta pintor pintora bailarin bailarina",
  ),
  clergy: listed(
    "pope bishop archbishop cardinal priest pastor imam rabbi ayatollah monk nun vicar papst bischof erzbischof kardinal " +
      "priester pfarrer pfarrerin rabbiner pape eveque archeveque pretre rabbin papa obispo arzobispo sacerdote rabino",
  ),
  science: listed(
    "physicist chemist biologist astronomer astrophysicist geologist seismologist virologist epidemiologist surgeon " +
      "mathematician oceanographer climatologist physiker physikerin chemiker chemikerin biologe biologin virologe " +
      "virologin chirurg chirurgin physicien physicienne chimiste biologiste virologue chirurgien chirurgienne fisico " +
      "fisica quimico quimica biologo biologa cirujano cirujana",
  ),
};

/** Clergy and scholars hold offices of government; their roles do not contradict each other. */
const HELD_AT_ONCE = new Set(["clergy", "science"]);

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

function walksOf(role: readonly string[]): ReadonlySet<string> {
  const walks = Object.keys(WALKS).filter((walk) => role.some((word) => WALKS[walk]?.has(word)));
  return new Set(walks.some((walk) => HELD_AT_ONCE.has(walk)) ? [...walks, "government"] : walks);
}
