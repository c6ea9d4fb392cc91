import type { RealCase } from "./real-case.ts";
import { WEB_ASGI_CASES } from "./web/asgi.ts";
import { WEB_DJANGO_CASES } from "./web/django.ts";
import { WEB_WSGI_CASES } from "./web/wsgi.ts";

export const WEB_CASES: readonly RealCase[] = [...WEB_ASGI_CASES, ...WEB_WSGI_CASES, ...WEB_DJANGO_CASES];
