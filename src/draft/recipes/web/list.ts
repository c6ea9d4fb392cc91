import type { Recipe } from "../recipe.ts";
import { httpxAppTransport } from "./httpx-app-transport.ts";

/** In the order in which they are asked. */
export const WEB_RECIPES: readonly Recipe[] = [httpxAppTransport];
