/** What the server answers. A body that is not bytes or text is sent as JSON. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default `application/json; charset=utf-8`. */
  readonly contentType?: string;
}

const DOCUMENTATION = "https://docs.github.com/rest";

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, body, headers };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

/** An error with a message only. */
export function problem(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body: { message, documentation_url: DOCUMENTATION, status: String(status) }, headers };
}

export const NOT_FOUND: Reply = problem(404, "Not Found");

/** The 422 of the reviews endpoint: all texts joined into one string. */
export function unprocessable(texts: readonly string[]): Reply {
  return {
    status: 422,
    body: {
      message: "Unprocessable Entity",
      errors: [texts.join(" and ")],
      documentation_url: DOCUMENTATION,
      status: "422",
    },
  };
}

export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field: string;
  readonly message?: string;
}

/** The 422 of endpoints that name resource and field. */
export function validationFailed(errors: readonly FieldError[]): Reply {
  return {
    status: 422,
    body: { message: "Validation Failed", errors, documentation_url: DOCUMENTATION, status: "422" },
  };
}
