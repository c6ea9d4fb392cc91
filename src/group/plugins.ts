import { type Plugin, PLUGINS } from "./plugin-table.ts";

/** Fixtures of these have everyday names: they are meant only where the library that they are for is installed. */
const FOR_LIBRARY: Readonly<Record<string, string>> = {
  "pytest-django": "django",
  "pytest-playwright": "playwright",
  "pytest-selenium": "selenium",
  "pytest-flask": "flask",
};

type Installed = Readonly<Record<string, string>>;

/** The plugin that brings a fixture and is not installed; undefined where the fixture may be the project's own. */
export function pluginOfFixture(name: string, installed: Installed): string | undefined {
  return missing(
    PLUGINS.filter(({ fixtures = [] }) => fixtures.includes(name)),
    installed,
  );
}

export function pluginOfMarker(name: string, installed: Installed): string | undefined {
  return missing(
    PLUGINS.filter(({ markers = [] }) => markers.includes(name)),
    installed,
  );
}

function missing(plugins: readonly Plugin[], installed: Installed): string | undefined {
  const has = (name: string): boolean => installed[name.toLowerCase()] !== undefined;
  return plugins.find(({ plugin }) => {
    const library = FOR_LIBRARY[plugin];
    return !has(plugin) && (library === undefined || has(library));
  })?.plugin;
}

/** Says which plugin, or which pytest, is missing when pytest's own words at its start tell so. */
export function missingPlugin(output: string): string | undefined {
  return missingByOption(output) ?? missingByName(output) ?? missingBySetting(output) ?? oldPytest(output);
}

function missingByOption(output: string): string | undefined {
  const unknown = /^.{0,200}: error: unrecognized arguments: (.{1,500})/m.exec(output)?.[1]?.split(/\s+/) ?? [];
  const plugins = unknown.flatMap((word) => PLUGINS.find(({ options }) => options?.test(word))?.plugin ?? []);
  return plugins.length === 0 ? undefined : install([...new Set(plugins)], `it brings the option ${unknown[0] ?? ""}`);
}

function missingByName(output: string): string | undefined {
  const required = /Missing required plugins: ([^\n]{1,300})/.exec(output)?.[1];
  if (required !== undefined) return install([required.trim()], "pytest's settings require it");
  const imported = /Error importing plugin "([\w.-]{1,100})": No module named '?([\w.]{1,100})/.exec(output)?.[1];
  return imported === undefined ? undefined : install([imported], "pytest is told to load it (-p)");
}

function missingBySetting(output: string): string | undefined {
  const setting = /Unknown config option: (\w{1,100})/.exec(output)?.[1];
  if (setting === undefined) return undefined;
  const plugin = PLUGINS.find(({ settings = [] }) => settings.includes(setting))?.plugin;
  return plugin === undefined ? undefined : install([plugin], `it brings the setting ${setting}`);
}

function oldPytest(output: string): string | undefined {
  const version = /'minversion' requires pytest-([\w.]{1,20}), actual pytest-([\w.]{1,20})/.exec(output);
  if (!version) return undefined;
  return `The project asks for pytest ${version[1]} or newer, and ${version[2]} is installed; install a newer one.`;
}

export function install(names: readonly string[], why: string): string {
  const plural = names.length > 1;
  return `The pytest plugin${plural ? "s" : ""} ${names.join(", ")} ${plural ? "are" : "is"} not installed (${why}); add ${plural ? "them" : "it"} to what this job installs.`;
}
