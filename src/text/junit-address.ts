/** What pytest's JUnit file calls a test, by the two attributes of its `<testcase>`. */
export interface JunitAddress {
  readonly classname: string;
  readonly name: string;
}

/** pytest's own rule (`_pytest/junitxml.py`, all versions): slashes become dots and `.py` goes. */
export function dottedName(path: string): string {
  return path.replace(/\.py$/, "").replaceAll("/", ".");
}

/** How pytest names a node id in JUnit: the path with dots, then the classes; the test with its parameters is the name. */
export function junitAddress(nodeId: string): JunitAddress {
  const { path, rest } = splitNodeId(nodeId);
  const open = rest.indexOf("[");
  const names = (open < 0 ? rest : rest.slice(0, open)).split("::").filter(Boolean);
  const all = [dottedName(path), ...names];
  const parameters = open < 0 ? "" : rest.slice(open);
  return { classname: all.slice(0, -1).join("."), name: `${all.at(-1) ?? ""}${parameters}` };
}

/** The path of a node id, and what follows it with `::` in front. */
export function splitNodeId(nodeId: string): { readonly path: string; readonly rest: string } {
  const at = nodeId.indexOf("::");
  return at < 0 ? { path: nodeId, rest: "" } : { path: nodeId.slice(0, at), rest: nodeId.slice(at) };
}

/** The last name of a node id, with its parameters, which may hold `::` themselves. Not for the id of a file. */
export function testNameOf(nodeId: string): string {
  const bracket = nodeId.indexOf("[");
  const names = bracket < 0 ? nodeId : nodeId.slice(0, bracket);
  return nodeId.slice(names.lastIndexOf("::") + 2);
}
