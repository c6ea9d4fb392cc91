import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { scratchFolder } from "./scratch-project.ts";

export interface SmallDisk {
  readonly folder: string;
  /** A folder of another file system. */
  readonly elsewhere: string;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives it back. */
  free(): void;
}

/**
 * A file system of 512 kB that can be full, for one test. Where mounting is not allowed, a folder for which the kernel
 * refuses this process every longer file while it is "full" (EFBIG for ENOSPC).
 */
export function smallDisk(): SmallDisk {
  const folder = scratchFolder();
  const isMounted = [["mount"], ["sudo", "-n", "mount"]].some((command) =>
    runs([...command, "-t", "tmpfs", "-o", "size=512k,mode=0777", "tmpfs", folder]),
  );
  if (!isMounted) return limited(folder);
  onTestFinished(() => void (runs(["umount", "-l", folder]) || runs(["sudo", "-n", "umount", "-l", folder])));
  const ballast = join(folder, "ballast");
  return { folder, elsewhere: scratchFolder(), fill: () => fillWith(ballast), free: () => rmSync(ballast) };
}

function limited(folder: string): SmallDisk {
  const limit = (bytes: string): void =>
    void execFileSync("prlimit", ["--pid", String(process.pid), `--fsize=${bytes}:`], { stdio: "ignore" });
  const elsewhere = mkdtempSync("/dev/shm/scratch-");
  onTestFinished(() => {
    limit("unlimited");
    rmSync(elsewhere, { recursive: true });
  });
  return { folder, elsewhere, fill: () => limit("64"), free: () => limit("unlimited") };
}

function runs([command = "", ...words]: readonly string[]): boolean {
  try {
    execFileSync(command, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function fillWith(file: string): void {
  const handle = openSync(file, "w");
  const block = Buffer.alloc(4096, "x");
  try {
    for (;;) writeSync(handle, block);
  } catch {
    // That is what was wanted.
  } finally {
    closeSync(handle);
  }
}
