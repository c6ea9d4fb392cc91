export interface Postgres {
  readonly port: number;
  /** A SQLAlchemy URL of the database `postgres`: `postgresql+<driver>://...`, without a driver `postgresql://...`. */
  url(driver?: string): string;
  /** Stops the server and removes its folder; harmless when done already. */
  stop(): Promise<void>;
}

/** Starts a server with trust authentication for the user `postgres` on 127.0.0.1; throws a sentence when there is none. */
export function startPostgres(): Promise<Postgres>;
