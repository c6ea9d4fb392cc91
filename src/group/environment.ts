import type { Failure } from "../domain/failure.ts";
import { MACHINE_SIGNS } from "./machine.ts";
import { misfitCall, missingModule } from "./modules.ts";
import { oldPython } from "./python-version.ts";
import { pytestFault } from "./pytest-faults.ts";
import { type Scene, type Thrown, thrownBy } from "./scene.ts";
import { SERVICE_SIGNS, type Sign } from "./services.ts";
import { missingVariable } from "./variables.ts";

const GREENLET: Sign = {
  type: /^\w+$/,
  message: /the greenlet library is required/,
  advice: () => "The package greenlet is not installed; install sqlalchemy[asyncio] in this job.",
};
const SETTINGS: Sign = {
  type: /^PydanticImportError$/,
  message: /^`BaseSettings` has been moved to the `pydantic-settings` package/,
  advice: (_match, _thrown, { interpreter }) =>
    interpreter === null || interpreter.packages["pydantic-settings"] !== undefined
      ? undefined
      : "pydantic 2 has its BaseSettings in the package pydantic-settings, which is not installed; add it to what this job installs, or install pydantic<2.",
};
const SIGNS: readonly Sign[] = [GREENLET, SETTINGS, ...SERVICE_SIGNS, ...MACHINE_SIGNS];

/**
 * Says what the environment lacks when that is why a test fails, with what to do, or undefined when the code may be at
 * fault. What counts is the exception's type, its words, and whose code raised it: what the project itself raises is a
 * word of the project, whatever it is called.
 */
export function environmentFault(failure: Failure, scene: Scene): string | undefined {
  for (const thrown of thrownBy(failure, scene)) {
    const advice = adviceOf(thrown, scene);
    if (advice !== undefined) return advice;
  }
  return undefined;
}

function adviceOf(thrown: Thrown, scene: Scene): string | undefined {
  const complaint = pytestFault(thrown, scene);
  if (complaint?.kind === "environment") return complaint.reason;
  if (thrown.isOwnWord) return undefined;
  return (
    missingVariable(thrown, scene) ??
    oldPython(thrown, scene) ??
    missingModule(thrown, scene) ??
    misfitCall(thrown, scene) ??
    knownSign(thrown, scene)
  );
}

function knownSign(thrown: Thrown, scene: Scene): string | undefined {
  for (const sign of SIGNS) {
    if (!sign.type.test(thrown.name)) continue;
    const match = sign.message.exec(thrown.message);
    const advice = match === null ? undefined : sign.advice(match, thrown, scene);
    if (advice !== undefined) return advice;
  }
  return undefined;
}
