import type { ExceptionInfo, Failure } from "../domain/failure.ts";

/** A failure that no edit of the code can mend: what is missing, in one sentence with what to do. */
interface EnvironmentSign {
  readonly type: RegExp;
  readonly message: RegExp;
  readonly advice: (match: RegExpExecArray) => string;
}

const SIGNS: readonly EnvironmentSign[] = [
  {
    type: /(^|\.)(ConnectionRefusedError|ConnectError|OperationalError)$/,
    message: /connection refused|Connect call failed|could not connect to server/i,
    advice: () => "A server that the tests need refused the connection; start it in the job or check its address.",
  },
  {
    type: /(^|\.)gaierror$/,
    message: /.*/,
    advice: () => "A host name could not be resolved; check the name and the job's network.",
  },
  {
    type: /.*/,
    message: /the greenlet library is required/,
    advice: () => "The package greenlet is not installed; install sqlalchemy[asyncio] in this job.",
  },
];

/**
 * Says what the environment lacks when that is why a test fails, or undefined when the code may be at fault. A missing
 * module counts only when no file of the project has that name: then it is a package that was not installed.
 */
export function environmentFault(failure: Failure, isProjectModule: (dotted: string) => boolean): string | undefined {
  for (const exception of [failure.exception, ...failure.chain]) {
    const advice = missingPackage(exception, isProjectModule) ?? knownSign(exception);
    if (advice !== undefined) return advice;
  }
  return undefined;
}

function missingPackage(exception: ExceptionInfo, isProjectModule: (dotted: string) => boolean): string | undefined {
  if (!/(^|\.)ModuleNotFoundError$/.test(exception.type ?? "")) return undefined;
  const name = /^No module named '([\w.]+)'/.exec(exception.message ?? "")?.[1];
  if (name === undefined || isProjectModule(name.split(".")[0] ?? name)) return undefined;
  return `The package that provides ${name} is not installed; add it to what this job installs.`;
}

function knownSign(exception: ExceptionInfo): string | undefined {
  for (const sign of SIGNS) {
    const match = sign.message.exec(exception.message ?? "");
    if (match && sign.type.test(exception.type ?? "")) return sign.advice(match);
  }
  return undefined;
}
