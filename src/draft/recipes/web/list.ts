import type { Recipe } from "../recipe.ts";
import { httpxAppTransport } from "./httpx-app-transport.ts";
import { pkgResources } from "./pkg-resources.ts";
import { werkzeugUrls } from "./werkzeug-urls.ts";

/** In the order in which they are asked. */
export const WEB_RECIPES: readonly Recipe[] = [httpxAppTransport, werkzeugUrls, pkgResources];
