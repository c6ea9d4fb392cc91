import { expect, test } from "vitest";
import { byMerit, type Merits } from "../../../src/verify/choice.ts";

const PLAIN: Merits = { addedGuards: 0, isRecipe: false, changedNodes: 4, touchesChanges: false, votes: 1 };

test.each<[string, Partial<Merits>, Partial<Merits>]>([
  ["fewer guards, although a larger change", { changedNodes: 40 }, { addedGuards: 1, changedNodes: 1 }],
  ["a recipe, although a larger change", { isRecipe: true, changedNodes: 40 }, { votes: 9 }],
  ["a smaller change, although elsewhere", { changedNodes: 3 }, { touchesChanges: true, votes: 9 }],
  ["what the pull request changed, although alone", { touchesChanges: true }, { votes: 9 }],
  ["what more drafts came to", { votes: 2 }, {}],
])("of two patches that hold, %s is the better", (_title, better, worse) => {
  const [one, other] = [
    { ...PLAIN, ...better },
    { ...PLAIN, ...worse },
  ];
  expect([[one, other].toSorted(byMerit)[0], [other, one].toSorted(byMerit)[0]]).toEqual([one, one]);
});
