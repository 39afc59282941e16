// How much memory a page holds: the private memory of its renderer, as Linux counts it.

import { readFile } from "node:fs/promises";

/** Processor time so far of each renderer, by process. */
async function renderers(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return new Map(processInfo.filter(({ type }) => type === "renderer").map(({ id, cpuTime }) => [id, cpuTime]));
}

/**
 * A function that tells, in bytes, what the renderer that has worked most since now holds for itself alone; null where the
 * system does not tell.
 */
export async function watchMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const before = await renderers(session);
  return async () => {
    const worked = [...(await renderers(session))].map(([id, time]) => [id, time - (before.get(id) ?? 0)]);
    await session.detach();
    const [process] = worked.toSorted(([, a], [, b]) => b - a)[0] ?? [];
    return privateBytes(process);
  };
}

/** What tells, in bytes, how much all renderers that come from now on hold for themselves; null where the system does not. */
export async function watchAll(browser) {
  const session = await browser.newBrowserCDPSession();
  const before = await renderers(session);
  const read = async () => {
    const processes = [...(await renderers(session)).keys()].filter((id) => !before.has(id));
    const held = await Promise.all(processes.map(privateBytes));
    // A process that ended meanwhile holds nothing.
    const told = held.filter((bytes) => bytes !== null);
    return told.length ? told.reduce((sum, bytes) => sum + bytes, 0) : null;
  };
  return { read, close: () => session.detach() };
}

/** The private memory of a process; null where the system does not tell. */
async function privateBytes(process) {
  const rollup = await readFile(`/proc/${process}/smaps_rollup`, "utf8").catch(() => null);
  if (rollup === null) return null;
  return [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)].reduce((sum, [, kilobytes]) => sum + kilobytes * 1024, 0);
}
