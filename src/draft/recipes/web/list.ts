import type { Recipe } from "../recipe.ts";
import { cookieArguments } from "./cookie-arguments.ts";
import { djangoUtc } from "./django-utc.ts";
import { httpxAppTransport } from "./httpx-app-transport.ts";
import { httpxCalls } from "./httpx-calls.ts";
import { pkgResources } from "./pkg-resources.ts";
import { templateResponse } from "./template-response.ts";
import { werkzeugUrls } from "./werkzeug-urls.ts";

/** In the order in which they are asked. */
export const WEB_RECIPES: readonly Recipe[] = [
  httpxAppTransport,
  httpxCalls,
  werkzeugUrls,
  cookieArguments,
  templateResponse,
  djangoUtc,
  pkgResources,
];
