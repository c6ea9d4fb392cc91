import type { RecipeInput } from "../recipes/recipe.ts";
import type { Frame } from "../../domain/failure.ts";
import { child, walk, word } from "../../syntax/tree.ts";
import { attributeOf, type ModelClass } from "./classes.ts";
import { namesIn, typeOf } from "./inference.ts";
import { stepsOf } from "./load-step.ts";
import { mappedClasses, modelNamed, relationshipsOf } from "./mapped-classes.ts";
import { functionOfFrame, messageFrames } from "./scope.ts";

/** A load that SQLAlchemy could not do where an attribute was read. */
export interface Symptom {
  readonly reason: "lazy" | "expired";
  readonly model: ModelClass;
  /** The attribute that was read first; empty when it cannot be told. */
  readonly attributes: readonly string[];
  /** Innermost last; empty when only a message tells of it. */
  readonly frames: readonly Frame[];
}

/** One exception as a text with a place. */
interface Told {
  readonly type: string;
  readonly message: string;
  readonly frames: readonly Frame[];
}

/** `await_only()` in SQLAlchemy 1.4 and 2.0, `await_()` in 2.1. */
const GREENLET = /MissingGreenlet|greenlet_spawn has not been called; can't call await_(only|fallback)?\(\)/;
const DETACHED = /DetachedInstanceError|is not bound to a Session/;

/** Every such load the run or its report tells of; what was recorded comes first and outweighs messages. */
export function symptomsOf(input: RecipeInput): readonly Symptom[] {
  const recorded = input.evidence.raised.flatMap(({ type, message, load, frames }) => {
    const isOurs = isGreenletOrDetached(`${type ?? ""} ${message ?? ""}`);
    const model = load && isOurs ? modelNamed(input.project, load.model) : undefined;
    return load && model ? [{ reason: load.reason, model, attributes: load.attributes, frames }] : [];
  });
  if (input.evidence.raised.some(({ load }) => load !== null)) return recorded;
  const told = toldBy(input).filter(({ type, message }) => isGreenletOrDetached(`${type} ${message}`));
  const read = told.flatMap((entry) => [...fromMessage(input, entry), ...fromDetached(input, entry)]);
  // What was recorded without a load is a session used the wrong way: another fault.
  if (read.length > 0 || input.evidence.raised.length > 0) return read;
  return told.flatMap((entry) => fromFrames(input, entry)).slice(0, 1);
}

/** Other errors that a load may raise (a missing table, a lost connection) are not ours. */
function isGreenletOrDetached(text: string): boolean {
  return GREENLET.test(text) || DETACHED.test(text);
}

/** Everything that was raised, as text. */
function toldBy({ group, evidence }: RecipeInput): readonly Told[] {
  const raised = evidence.raised.map(({ type, message, frames }) => ({ type, message, frames }));
  const failed = group.failures.flatMap(({ exception, frames, chain }) => [{ ...exception, frames }, ...chain]);
  return [...raised, ...failed].map(({ type, message, frames }) => ({
    type: type ?? "",
    message: message ?? "",
    frames,
  }));
}

/**
 * What response models say: FastAPI's `'loc': ('response', 0, 'items') ... 'input': <app.models.Order object`, pydantic's
 * line with the location above `Error extracting attribute` and `input_value=<app.models.Order object`.
 */
function fromMessage(input: RecipeInput, { message }: Told): readonly Symptom[] {
  const frames = messageFrames(input, message);
  const entries = message.split("'get_attribute_error'").slice(1);
  const fastapi = entries.map((entry) => ({
    attribute: /'loc': \(([^()]*)\)/
      .exec(entry)?.[1]
      ?.match(/'(\w+)'/g)
      ?.at(-1)
      ?.slice(1, -1),
    model: /'input': <([\w.]+) object/.exec(entry)?.[1],
  }));
  const lines = message.split("\n");
  const pydantic = lines.flatMap((line, index) =>
    line.includes("Error extracting attribute") && line.includes("input_value=")
      ? [
          {
            attribute: lines[index - 1]?.trim().split(".").at(-1),
            model: /input_value=<([\w.]+) object/.exec(line)?.[1] ?? /input_type=(\w+)/.exec(line)?.[1],
          },
        ]
      : [],
  );
  return [...fastapi, ...pydantic].flatMap(({ attribute, model }) => symptom(input, { attribute, model, frames }));
}

interface Clue {
  readonly attribute: string | undefined;
  readonly model: string | undefined;
  readonly frames: readonly Frame[];
}

function symptom(input: RecipeInput, { attribute, model: name, frames }: Clue): readonly Symptom[] {
  if (attribute === undefined) return [];
  const model = name === undefined ? ownerOf(input, attribute) : modelNamed(input.project, name);
  if (!model) return [];
  const reason = reasonFor(input, model, attribute);
  return reason ? [{ reason, model, attributes: [attribute], frames }] : [];
}

/** The only mapped class with a relationship of this name. */
function ownerOf({ project }: RecipeInput, attribute: string): ModelClass | undefined {
  const [only, ...others] = mappedClasses(project).filter((entry) => relationshipsOf(project, entry).has(attribute));
  return others.length === 0 ? only : undefined;
}

function reasonFor({ project }: RecipeInput, model: ModelClass, attribute: string): Symptom["reason"] | undefined {
  if (stepsOf(project, model, attribute).length > 0) return "lazy";
  const isPlain = attributeOf(project, model, attribute)?.statement.kind.includes("Assign") ?? false;
  return isPlain && !relationshipsOf(project, model).has(attribute) ? "expired" : undefined;
}

/** `Parent instance <Order at 0x7f> is not bound to a Session; lazy load operation of attribute 'items' cannot proceed`. */
function fromDetached(input: RecipeInput, { message, frames }: Told): readonly Symptom[] {
  const found =
    /nstance <(\w+) at 0x[0-9a-f]+> is not bound to a Session; (attribute refresh|[a-z ]{1,20} of attribute '(\w+)')/.exec(
      message,
    );
  const model = found?.[1] === undefined ? undefined : modelNamed(input.project, found[1]);
  if (!model) return [];
  const attribute = found?.[3];
  return [
    {
      reason: attribute === undefined ? "expired" : "lazy",
      model,
      attributes: attribute === undefined ? [] : [attribute],
      frames,
    },
  ];
}

/** The attribute read on the line of the innermost frame that we know. */
function fromFrames(input: RecipeInput, { frames }: Told): readonly Symptom[] {
  const frame = frames.findLast((entry) => functionOfFrame(input, entry) !== undefined);
  const scope = frame && functionOfFrame(input, frame);
  if (!frame || !scope) return [];
  const names = namesIn(input, scope);
  const found = [...walk(scope.node)].flatMap((node) => {
    const base = node.kind === "Attribute" && node.line === frame.line ? child(node, "value") : undefined;
    const type = base && typeOf(input, { module: scope.module, node: base }, { names, depth: 0 });
    return type ? symptom(input, { attribute: word(node, "attr"), model: type.model.name, frames }) : [];
  });
  return [...found.filter((entry) => entry.reason === "lazy"), ...found].slice(0, 1);
}
