import { install, pluginOfFixture, pluginOfMarker } from "./plugins.ts";
import type { Scene, Thrown } from "./scene.ts";

/** What pytest itself says of a test that cannot even start. */
export type PytestFault =
  | { readonly kind: "environment"; readonly reason: string }
  | { readonly kind: "test-at-fault"; readonly reason: string };

/** Reads pytest's own complaints: a fixture, a marker, an event loop, a wrong use of pytest. Undefined for all others. */
export function pytestFault(thrown: Thrown, scene: Scene): PytestFault | undefined {
  const { name, message } = thrown;
  const installed = scene.interpreter?.packages ?? {};
  if (name === "FixtureLookupError") return fixtureFault(message, installed);
  if (!SAYING.has(name)) return undefined;
  return markerFault(message, installed) ?? asyncFault(message, installed) ?? usageFault(message);
}

/** What pytest's complaints are raised as; the last is where only words are known. */
const SAYING: ReadonlySet<string> = new Set(["Failed", "UsageError", "CollectError", ""]);

function fixtureFault(message: string, installed: Readonly<Record<string, string>>): PytestFault | undefined {
  const fixture = /^fixture '([^'\n]{1,200})' not found/.exec(message)?.[1];
  if (fixture === undefined) return undefined;
  const plugin = pluginOfFixture(fixture, installed);
  if (plugin !== undefined) return environment(install([plugin], `it brings the fixture ${fixture}`));
  return atFault(`The test asks for a fixture ${fixture}, and nothing defines one of that name.`);
}

function markerFault(message: string, installed: Readonly<Record<string, string>>): PytestFault | undefined {
  const marker = /^'(\w{1,100})' not found in `markers` configuration option/.exec(message)?.[1];
  if (marker === undefined) return undefined;
  const plugin = pluginOfMarker(marker, installed);
  if (plugin !== undefined) return environment(install([plugin], `it brings the marker ${marker}`));
  return atFault(`The test has a marker ${marker} that pytest's settings do not list.`);
}

function asyncFault(message: string, installed: Readonly<Record<string, string>>): PytestFault | undefined {
  const isAsyncTest = message.startsWith("async def functions are not natively supported");
  const isAsyncFixture = /requested an async fixture '[^'\n]{1,200}'/.test(message);
  if (!isAsyncTest && !isAsyncFixture) return undefined;
  if (installed["pytest-asyncio"] === undefined) {
    return environment(install(["pytest-asyncio"], "pytest alone runs no `async def` tests"));
  }
  return atFault(
    "pytest-asyncio is in its strict mode and leaves this alone; set `asyncio_mode = auto` in pytest's settings, or mark the test with `@pytest.mark.asyncio` and the fixture with `@pytest_asyncio.fixture`.",
  );
}

const WRONG_USE: readonly RegExp[] = [
  /^Fixture "[^"\n]{1,200}" called directly/,
  /^ScopeMismatch: /,
  /: function uses no (?:argument|fixture) '/,
  /^In [^\n]{1,300}: indirect fixture /,
  /^duplicate parametrization of /,
  /^In [^\n]{1,300}: expected \w+ values? |in "parametrize" the number of names \(/,
  /fixture is being applied more than once/,
  /^recursive dependency involving fixture '/,
  /^class fixtures not supported/,
];

function usageFault(message: string): PytestFault | undefined {
  if (!WRONG_USE.some((pattern) => pattern.test(message))) return undefined;
  return atFault(`pytest is used wrongly: ${(message.split("\n")[0] ?? "").slice(0, 200)}.`);
}

function environment(reason: string): PytestFault {
  return { kind: "environment", reason };
}

function atFault(reason: string): PytestFault {
  return { kind: "test-at-fault", reason };
}
