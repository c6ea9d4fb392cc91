import { distance } from "../../../text/near.ts";

/** Words that stand for different things though few letters tell them apart. */
const OPPOSITES = (
  "get set let,min max,in on to of by up is as at,encode decode,import export,include exclude,attach detach," +
  "increase decrease,increment decrement,inner outer,insert invert,input output,upper lower,width depth,send sent," +
  "read load,lock block clock,order older,string strong,create crate,from form,count account,minute minutes," +
  "visible invisible,valid invalid,active inactive,equal unequal,quiet quite,trial trail,mean median,least last"
)
  .split(",")
  .map((words) => new Set(words.split(" ")));

/** Shorter names differ by a letter and mean something else. */
const SHORTEST = 4;
/** From here on two slips may be one name. */
const LONG = 8;

/**
 * The one name that a misspelt one can only mean: a letter more, less, other or swapped, of long names two. Undefined when
 * several are as near, or when what differs makes another word: a digit, an underscore, a plural, an opposite.
 */
export function likeliest(wrong: string, names: Iterable<string>): string | undefined {
  const limit = wrong.length >= LONG ? 2 : 1;
  if (wrong.length < SHORTEST) return undefined;
  const near = [...new Set(names)]
    .filter((name) => name !== wrong && name.length >= SHORTEST && Math.abs(name.length - wrong.length) <= limit)
    .map((name) => ({ name, distance: distance(wrong, name) }))
    .filter((entry) => entry.distance <= limit);
  const best = Math.min(...near.map((entry) => entry.distance));
  const [only, ...others] = near.filter((entry) => entry.distance === best);
  return only && others.length === 0 && isSlip(wrong, only.name) ? only.name : undefined;
}

/** As `likeliest`, for names of libraries, whose removed names often resemble others: one slip inside a name of five letters. */
export function likeliestOfLibrary(wrong: string, names: Iterable<string>): string | undefined {
  const found = likeliest(wrong, names);
  if (found === undefined || Math.min(found.length, wrong.length) < 5 || distance(wrong, found) > 1) return undefined;
  return found[0] === wrong[0] && found.at(-1) === wrong.at(-1) ? found : undefined;
}

function isSlip(wrong: string, name: string): boolean {
  if (/^[A-Z]/.test(wrong) !== /^[A-Z]/.test(name)) return false;
  if (wrong.replaceAll(/\D/g, "") !== name.replaceAll(/\D/g, "")) return false;
  if (wrong.replaceAll("_", "") === name.replaceAll("_", "")) return false;
  if (wrong.toLowerCase() === name.toLowerCase()) return true;
  const [left, right] = [wordsOf(wrong), wordsOf(name)];
  if (left.length !== right.length) return false;
  return left.every((part, index) => isSameWord(part, right[index] ?? ""));
}

/** `order_total` and `orderTotal` as `order`, `total`. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split("_")
    .filter((part) => part !== "");
}

function isSameWord(wrong: string, right: string): boolean {
  if (wrong === right) return true;
  const isPlural = wrong === `${right}s` || right === `${wrong}s` || wrong === `${right}d` || right === `${wrong}d`;
  const isSwap = sorted(wrong) === sorted(right);
  const isTooShort = Math.min(wrong.length, right.length) <= 3 && !isSwap;
  return !isPlural && !isTooShort && !OPPOSITES.some((set) => set.has(wrong) && set.has(right));
}

function sorted(text: string): string {
  return text.split("").toSorted().join("");
}
