import type { Library } from "../../domain/library.ts";

export const STARLETTE: Library = {
  distribution: "starlette",
  names: [
    {
      old: "starlette.exceptions.ExceptionMiddleware",
      new: "starlette.middleware.exceptions.ExceptionMiddleware",
      since: "0.22",
    },
  ],
};

/** What FastAPI once took in, unread. */
const PARAMETERS = "Body Cookie File Form Header Path Query".split(" ");

export const FASTAPI: Library = {
  distribution: "fastapi",
  keywords: PARAMETERS.map((name) => ({
    callable: `fastapi.${name}`,
    old: "required",
    new: null,
    values: { False: "" },
  })),
};

/** anyio 4: what its second version called otherwise. */
export const ANYIO: Library = {
  distribution: "anyio",
  names: [
    { old: "anyio.start_blocking_portal", new: "anyio.from_thread.start_blocking_portal", since: "3.0" },
    { old: "anyio.run_sync_in_worker_thread", new: "anyio.to_thread.run_sync", since: "3.0" },
    { old: "anyio.run_sync_from_thread", new: "anyio.from_thread.run_sync", since: "3.0" },
    { old: "anyio.run_async_from_thread", new: "anyio.from_thread.run", since: "3.0" },
    {
      old: "anyio.current_default_worker_thread_limiter",
      new: "anyio.to_thread.current_default_thread_limiter",
      since: "3.0",
    },
    { old: "anyio.create_capacity_limiter", new: "anyio.CapacityLimiter", since: "3.0" },
    { old: "anyio.create_condition", new: "anyio.Condition", since: "3.0" },
    { old: "anyio.create_event", new: "anyio.Event", since: "3.0" },
    { old: "anyio.create_lock", new: "anyio.Lock", since: "3.0" },
    { old: "anyio.create_semaphore", new: "anyio.Semaphore", since: "3.0" },
    { old: "anyio.open_cancel_scope", new: "anyio.CancelScope", since: "3.0" },
  ],
};
