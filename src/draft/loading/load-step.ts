import type { ProjectSource } from "../../domain/python.ts";
import { children, dottedName, child, word } from "../../syntax/tree.ts";
import { attributeOf, type ModelClass } from "./classes.ts";
import { columnCall, isDeferredColumn, relationshipsOf } from "./mapped-classes.ts";

/** One attribute that SQLAlchemy loads on its own: a relationship or a deferred column. */
export interface LoadStep {
  readonly kind: "relationship" | "column";
  readonly name: string;
  /** The class from which the attribute can be spelled. */
  readonly model: ModelClass;
  /** What the relationship leads to. */
  readonly target: ModelClass | undefined;
  /** The attribute that leads back. */
  readonly reverse: string | undefined;
  /** True when the mapping loads it together with the object already. */
  readonly isEager: boolean;
}

/**
 * The attributes that reading `name` loads, in order: one for a relationship or a deferred column, up to two for an
 * association proxy; none for anything else and for relationships that options must not touch.
 */
export function stepsOf(project: ProjectSource, model: ModelClass, name: string): readonly LoadStep[] {
  const relationship = relationshipsOf(project, model).get(name);
  if (relationship) {
    const { target, reverse, mode } = relationship;
    const isEager = mode === "eager";
    return mode === "other" ? [] : [{ kind: "relationship", name, model, target, reverse, isEager }];
  }
  if (isDeferredColumn(project, model, name))
    return [{ kind: "column", name, model, target: undefined, reverse: undefined, isEager: false }];
  return proxySteps(project, model, name);
}

function proxySteps(project: ProjectSource, model: ModelClass, name: string): readonly LoadStep[] {
  const call = columnCall(project, model, name);
  if (!call || !/(^|\.)association_proxy$/.test(dottedName(child(call, "func")) ?? "")) return [];
  const [collection, value] = children(call, "args").map((argument) => word(argument, "value"));
  const first = collection === undefined || collection === name ? [] : stepsOf(project, model, collection);
  const target = first[0]?.target;
  return target && value !== undefined && first.length === 1 ? [...first, ...stepsOf(project, target, value)] : first;
}

/** True when both are the same attribute, whichever class of a hierarchy they are spelled from. */
export function isSameStep(project: ProjectSource, left: LoadStep, right: LoadStep): boolean {
  if (left.name !== right.name) return false;
  return ownerOf(project, left) === ownerOf(project, right);
}

function ownerOf(project: ProjectSource, step: LoadStep): unknown {
  return attributeOf(project, step.model, step.name)?.owner.node ?? step.model.node;
}
