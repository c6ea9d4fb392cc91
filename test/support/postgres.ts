export { startPostgres, type Postgres } from "../../.ci/postgres.mjs";
