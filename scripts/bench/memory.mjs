/** Peak memory of a process and everything below it, from /proc: shared pages are counted once (PSS). */
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 200;

/** Watches the tree of processes under `pid`; `stop()` gives the peak in bytes, 0 where there is no /proc. */
export function watchMemory(pid) {
  let peak = 0;
  const look = () => {
    peak = Math.max(
      peak,
      treeOf(pid).reduce((sum, each) => sum + memoryOf(each), 0),
    );
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function treeOf(root) {
  const children = new Map();
  for (const name of list('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    // The command name stands in brackets and may hold anything; the parent is the second word after it.
    const parent = Number(/\) \S (\d+)/u.exec(read(`/proc/${name}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (let i = 0; i < found.length; i += 1) found.push(...(children.get(found[i]) ?? []));
  return found;
}

function memoryOf(pid) {
  const pss = /^Pss:\s+(\d+) kB/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(pss ?? 0) * 1024;
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended since it was listed.
    return '';
  }
}
