export type { Library, RenamedKeyword, RenamedMethod, RenamedName } from "../../domain/library.ts";
