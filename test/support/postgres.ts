export { startPostgres } from "../../.ci/postgres.mjs";
