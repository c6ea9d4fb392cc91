import type { Edit } from "../../domain/patch.ts";
import type { ProjectSource, PythonModule } from "../../domain/python.ts";
import type { RecipeInput } from "../recipes/recipe.ts";
import { planImports, spellingOf } from "../../syntax/imports.ts";
import { children } from "../../syntax/tree.ts";
import { attributeOf } from "./classes.ts";
import { appended, appendedOptions, chained } from "./layout.ts";
import { type LoadStep, stepsOf } from "./load-step.ts";
import { isRelated } from "./mapped-classes.ts";
import { spellModel } from "./model-import.ts";
import { type LoadNode, type Need, loads, treeOf, type Wanted } from "./needs.ts";
import { mergeOptions, type OptionWriter, parseOption, type ParsedOption } from "./options.ts";
import type { Query } from "./queries.ts";
import { distinctEdits } from "../../text/distinct-edits.ts";

const ORM = "sqlalchemy.orm";
/** How deep a self-referential relationship is written out where `recursion_depth` does not exist. */
const LEVELS_BEFORE_20 = 3;

/** Names that edits of a draft need in a module. */
export interface Imports {
  readonly module: PythonModule;
  readonly loaders: Set<string>;
  readonly edits: Edit[];
}

/** What a query lacks: edits (empty when it has everything), or undefined when it cannot be given. */
export interface QueryEdits {
  readonly edits: readonly Edit[];
  readonly imports: Imports;
}

/** The tree of loads that objects of this query need; empty when `step` is not among them. */
export function wantedTree(input: RecipeInput, query: Query, wanted: Wanted): readonly LoadNode[] {
  return treeOf(input, query.model, { ...wanted, own: existingNeeds(input, query) });
}

/** True when the loads wanted of the query include this attribute. */
export function wants(
  input: RecipeInput,
  query: Query,
  { needs, step }: { readonly needs: readonly Need[]; readonly step: LoadStep },
): boolean {
  return loads(input, wantedTree(input, query, { needs, isStrict: false }), step);
}

function existingOptions(query: Query): readonly ParsedOption[] {
  return query.optionLists.flatMap((list) => optionNodes(list).flatMap((node) => parseOption(node) ?? []));
}

function optionNodes(list: Query["call"]): readonly Query["call"][] {
  return list.kind === "Call" ? children(list, "args") : children(list, "elts");
}

/** The ways that options of the query already load: what is wanted may lie beyond them. */
function existingNeeds(input: RecipeInput, query: Query): readonly Need[] {
  return existingOptions(query).flatMap(({ links }) => {
    const steps: LoadStep[] = [];
    let model = query.model;
    for (const link of links) {
      const step = stepsNamed(input.project, model, link.attribute);
      if (!step?.target) break;
      steps.push(step);
      model = step.target;
    }
    return steps.length > 0 ? [{ root: query.model, steps, isRecursive: false }] : [];
  });
}

function stepsNamed(project: ProjectSource, model: Query["model"], name: string | undefined): LoadStep | undefined {
  const [step] = name === undefined ? [] : stepsOf(project, model, name);
  return step;
}

/** Edits that make a query load the tree. */
export function queryEdits(input: RecipeInput, query: Query, tree: readonly LoadNode[]): QueryEdits | undefined {
  const imports: Imports = { module: query.module, loaders: new Set(), edits: [] };
  const context = { module: query.module, writer: writerFor(input, query, imports) };
  const merged = mergeOptions(context, tree, existingOptions(query));
  if (!merged) return undefined;
  if (merged.missing.length === 0) return { edits: merged.edits, imports };
  const added = withOptions(query, merged.missing);
  return added && { edits: [...merged.edits, ...added], imports };
}

function withOptions(query: Query, options: readonly string[]): readonly Edit[] | undefined {
  const { module } = query;
  const text = options.join(", ");
  const list = query.optionLists.at(-1);
  const last = list && optionNodes(list).at(-1);
  if (last) return last.kind === "Starred" ? undefined : [appended(module, last, text)];
  if (list && (list.kind === "List" || list.kind === "Call"))
    return [{ path: module.path, start: list.end - 1, end: list.end - 1, text }];
  if (list) return undefined;
  if (query.kind === "select") return chained(module, query.chain, options);
  return appendedOptions(module, query.call, options);
}

/** How options are written in a module, beside a class that it names already. */
export function writerFor(
  { project, packages }: RecipeInput,
  query: Pick<Query, "module" | "model" | "spelling">,
  imports: Imports,
): OptionWriter {
  const { module } = query;
  const near = { model: query.model, spelling: query.spelling };
  return {
    recursiveLevels: /^[01]\./.test(packages["sqlalchemy"] ?? "") ? LEVELS_BEFORE_20 : null,
    loader: (name) => {
      imports.loaders.add(name);
      return spellingOf(module, { source: ORM, name }) ?? name;
    },
    attribute: (step) => {
      const isRoot = isRelated(project, query.model, step.model) && hasAttribute(project, query.model, step);
      const spelled = spellModel({ project, module, model: isRoot ? query.model : step.model }, near);
      if (!spelled) return undefined;
      imports.edits.push(...spelled.edits);
      return `${spelled.text}.${step.name}`;
    },
  };
}

function hasAttribute(project: ProjectSource, model: Query["model"], step: LoadStep): boolean {
  return attributeOf(project, model, step.name) !== undefined || model.node === step.model.node;
}

/** The edits of a draft with the imports they need, one statement each. */
export function withImports(parts: readonly QueryEdits[]): readonly Edit[] {
  const modules = [...new Set(parts.map((part) => part.imports.module))];
  const edits = parts.flatMap((part) => part.edits);
  const imported = modules.flatMap((module) => {
    const own = parts.map((part) => part.imports).filter((imports) => imports.module === module);
    const wanted = [...new Set(own.flatMap((imports) => [...imports.loaders]))].map((name) => ({ source: ORM, name }));
    return [...planImports(module, wanted).edits, ...own.flatMap((imports) => imports.edits)];
  });
  return mergedImports(distinctEdits([...edits, ...imported]));
}

/** Two new statements that import from the same module at the same place become one. */
function mergedImports(edits: readonly Edit[]): readonly Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const [, head, names, end = ""] = /^(from [\w.]+ import )([\w, ]+)(\r\n|\r|\n)$/.exec(edit.text) ?? [];
    const twin = merged.findIndex(
      ({ path, start, text }) =>
        head !== undefined && path === edit.path && start === edit.start && text.startsWith(head),
    );
    const found = merged[twin];
    if (!found || head === undefined || names === undefined) merged.push(edit);
    else merged[twin] = { ...found, text: head + sortedNames(found.text.slice(head.length), names) + end };
  }
  return merged;
}

function sortedNames(first: string, second: string): string {
  return [...first.trim().split(", "), ...second.split(", ")].toSorted().join(", ");
}
