/**
 * Finished pages that lie in a PDF of an earlier run: in the book that was delivered, or in a print that a proof has
 * kept. A flow whose pages would be the same again is not printed anew.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deliver, digest } from './deliver.js';

/** Where the pages of a flow lie. */
export interface KeptPrint {
  /** Absolute path. */
  file: string;
  sha256: string;
  /** Its first page in the file, from 0. */
  first: number;
}

export interface Prints {
  /** Where the pages lie that were made from `key`. */
  find(key: string): KeptPrint | undefined;
  /** The bytes of a PDF that `find` has named; nothing where another stands in its place. Read once. */
  read(print: KeptPrint): Uint8Array | undefined;
  /** Keeps a print with the keys and first pages of its flows. */
  keep(bytes: Uint8Array, flows: readonly { key: string; first: number }[]): void;
  /** Remembers that the flows lie in a file that was delivered. */
  remember(file: string, bytes: Uint8Array, flows: readonly { key: string; first: number }[]): void;
}

const LIST = 'prints.json';
/** A print that nobody has asked for in as many days is thrown away. */
const UNUSED_DAYS = 14;
/** Flows that are remembered; the oldest are forgotten first. */
const MOST = 600;

/** @param folder where prints are kept; absolute path */
export function openPrints(folder: string): Prints {
  const listFile = join(folder, LIST);
  const list = readList(listFile);
  const books = new Map<string, Uint8Array | undefined>();
  const remember: Prints['remember'] = (file, bytes, flows) => {
    const sha256 = digest(bytes);
    for (const { key, first } of flows) {
      list.delete(key);
      list.set(key, { file, sha256, first });
    }
    for (const oldest of [...list.keys()].slice(0, -MOST)) list.delete(oldest);
    deliver(listFile, JSON.stringify(Object.fromEntries(list)));
    prune(folder, new Set([...list.values()].map((print) => print.file)));
  };
  return {
    find: (key) => list.get(key),
    read({ file, sha256 }) {
      if (!books.has(file)) books.set(file, readWhole(file, sha256));
      return books.get(file);
    },
    keep(bytes, flows) {
      const file = join(folder, `${digest(bytes).slice(0, 24)}.pdf`);
      deliver(file, bytes);
      remember(file, bytes, flows);
    },
    remember,
  };
}

function readList(file: string): Map<string, KeptPrint> {
  try {
    const list = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return list !== null && typeof list === 'object' ? new Map(Object.entries(list)) : new Map();
  } catch {
    // None yet, or damaged: everything is printed anew.
    return new Map();
  }
}

function readWhole(file: string, sha256: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(file);
    return digest(bytes) === sha256 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function prune(folder: string, wanted: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  const oldest = Date.now() - UNUSED_DAYS * 24 * 3600 * 1000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (!name.endsWith('.pdf')) continue;
    if (!wanted.has(file) || statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
  }
}
