import { expect, test } from "vitest";
import type { Failure } from "../../../src/domain/failure.ts";
import { environmentFault } from "../../../src/group/environment.ts";
import { at, LIB, raised, scene, STD } from "./raised.ts";

test.each<[string, Failure, string]>([
  [
    "a full disk",
    raised("OSError", "[Errno 28] No space left on device: '/tmp/x'"),
    "The disk is full; free some room in this job before the tests run.",
  ],
  [
    "a full disk below a database",
    raised("sqlite3.OperationalError", "database or disk is full"),
    "The disk is full; free some room in this job before the tests run.",
  ],
  [
    "a quota",
    raised("OSError", "[Errno 122] Disk quota exceeded"),
    "The disk quota is used up; free some room before the tests run.",
  ],
  [
    "a file system for reading only",
    raised("OSError", "[Errno 30] Read-only file system: '/data'"),
    "The file system holds '/data' for reading only; let the tests write elsewhere.",
  ],
  [
    "no right to a place elsewhere",
    raised("PermissionError", "[Errno 13] Permission denied: '/var/lib/app.db'"),
    "The tests may not use /var/lib/app.db; give this job the right to, or another place.",
  ],
  [
    "too many files",
    raised("OSError", "[Errno 24] Too many open files"),
    "Too many files are open at once; raise the limit (ulimit -n), or see who leaves them open.",
  ],
  [
    "no memory",
    raised("numpy._core._exceptions._ArrayMemoryError", "Unable to allocate 80 GiB"),
    "Memory ran out; use a larger runner or run fewer tests at once.",
  ],
  [
    "no threads",
    raised("RuntimeError", "can't start new thread", at(`${STD}/threading.py`)),
    "The system gave no more memory or threads; use a larger runner or run fewer tests at once.",
  ],
  [
    "no program",
    raised(
      "FileNotFoundError",
      "[Errno 2] No such file or directory: 'ffmpeg'",
      at(`${STD}/subprocess.py`, 1955, "_execute_child"),
    ),
    "The program ffmpeg is not installed; install it in this job before the tests run.",
  ],
  [
    "no system library",
    raised(
      "ImportError",
      "libGL.so.1: cannot open shared object file: No such file or directory",
      at(`${LIB}/cv2/__init__.py`),
    ),
    "The system library libGL.so.1 is not installed; install the package that has it in this job.",
  ],
  [
    "a build for another machine",
    raised(
      "ImportError",
      "/lib/libm.so.6: version `GLIBC_2.38' not found (required by x.so)",
      at(`${LIB}/x/__init__.py`),
    ),
    "A compiled library cannot be loaded on this machine; install a build of its package that fits it.",
  ],
  [
    "a build for another NumPy",
    raised(
      "ValueError",
      "numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject",
      at(`${LIB}/pandas/__init__.py`),
    ),
    "An installed package was built for another NumPy; install versions that fit each other.",
  ],
  [
    "killed",
    {
      ...raised("", "the test process was ended by SIGKILL while this test was running"),
      exception: { type: null, message: "the test process was ended by SIGKILL while this test was running" },
      frames: [],
    },
    "The test run was killed from outside, most likely because memory ran out; use a larger runner or run fewer tests at once.",
  ],
  [
    "out of time",
    {
      ...raised("", ""),
      exception: { type: null, message: "the time limit of 60 seconds was reached while this test was running" },
      frames: [],
    },
    "The run reached its time limit of 60 seconds in this test; raise the input `timeout`, or see why the test hangs.",
  ],
])("the environment is at fault: %s", (_name, seen, advice) => {
  expect(environmentFault(seen, scene)).toBe(advice);
});
