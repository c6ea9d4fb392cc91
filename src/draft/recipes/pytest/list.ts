import type { Recipe } from "../recipe.ts";
import { asyncFixture } from "./async-fixture.ts";
import { eventLoopFixture } from "./event-loop-fixture.ts";
import { fixtureCalled } from "./fixture-called.ts";
import { markAsyncTest } from "./mark-async-test.ts";
import { markOnFixture } from "./mark-on-fixture.ts";
import { noseSetup } from "./nose-setup.ts";

/** In the order in which they are asked. */
export const PYTEST_RECIPES: readonly Recipe[] = [
  eventLoopFixture,
  asyncFixture,
  markAsyncTest,
  markOnFixture,
  fixtureCalled,
  noseSetup,
];
