import { readFileSync } from "node:fs";
import { buildSchema, GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from "graphql";

/*
 * GitHub's own schema. The published text has doubled fields and deprecations that graphql refuses, so it is taken as
 * valid unseen. The package cannot be resolved by name from everywhere: it is read as a file.
 */
const FILE = new URL("../../../node_modules/@octokit/graphql-schema/schema.graphql", import.meta.url);

let loaded: GraphQLSchema | undefined;

export function githubSchema(): GraphQLSchema {
  loaded ??= buildSchema(readFileSync(FILE, "utf8"), { assumeValid: true, assumeValidSDL: true });
  return loaded;
}

export type ParsedDocument =
  | { readonly kind: "document"; readonly document: DocumentNode }
  | { readonly kind: "refused"; readonly messages: readonly string[] };

/** Parses and validates a document; also for unit tests of our own queries. */
export function parseDocument(source: string): ParsedDocument {
  try {
    const document = parse(source);
    const errors = validate(githubSchema(), document);
    return errors.length === 0
      ? { kind: "document", document }
      : { kind: "refused", messages: errors.map((error) => error.message) };
  } catch (error) {
    if (error instanceof GraphQLError) {
      return { kind: "refused", messages: [error.message] };
    }
    throw error;
  }
}

/** An error as the platform sends it: `type` beside the message, in a reply with status 200. */
export function graphqlProblem(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}
