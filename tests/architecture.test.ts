/** Keeps docs/architecture.md true: its table of rooms is read and held against src/. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

/** What a room may import. */
type Rooms = string[] | 'everything';

const allowed = readTable(readFileSync(join(root, 'docs', 'architecture.md'), 'utf8'));

describe('the architecture page', () => {
  it('names exactly the folders of src/', () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...allowed.keys()].sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it('lets rooms import only rooms that it names, and never in a circle', () => {
    for (const [room, others] of allowed) {
      if (others === 'everything') continue;
      for (const other of others) {
        expect(allowed.has(other), `${room} imports ${other}, which is no room`).toBe(true);
        expect(reachable(other).has(room), `${room} and ${other} import each other`).toBe(false);
      }
    }
  });
});

describe('the sources', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(src, name));

  it('import nothing against the table', () => {
    const wrong = files.flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'))
        .map((target) => resolve(dirname(file), target))
        .filter((target) => !mayImport(roomOf(file), roomOf(target)))
        .map((target) => `${relative(root, file)} imports ${relative(root, target)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('stand in a room, but for the road itself', () => {
    const homeless = files.map((file) => relative(src, file)).filter((name) => !/[\\/]/.test(name));
    expect(homeless.filter((name) => name !== 'pipeline.ts')).toEqual([]);
  });
});

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  if (from === 'pipeline') return to !== 'cli';
  const rooms = allowed.get(from);
  return rooms === 'everything' || (rooms?.includes(to) ?? false);
}

/** The room of a file: its first folder under src/, or `pipeline`. */
function roomOf(file: string): string {
  return (
    relative(src, file)
      .split(/[\\/]/)[0]
      ?.replace(/\.[jt]s$/, '') ?? ''
  );
}

/** The relative paths a source imports, statically or when it runs. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]/g)].map((match) => match[1] ?? '');
}

function reachable(room: string, seen = new Set<string>()): Set<string> {
  const next = allowed.get(room);
  if (next === undefined || next === 'everything') return seen;
  for (const other of next) if (!seen.has(other)) reachable(other, seen.add(other));
  return seen;
}

/** Rows such as ``| `html/` | Tree into HTML. | tree, plates |``. */
function readTable(page: string): Map<string, Rooms> {
  const rows = [...page.matchAll(/^\| `([\w-]+)\/` \| [^|]+ \| ([^|]+) \|$/gm)];
  return new Map(
    rows.map(([, room = '', cell = '']): [string, Rooms] => {
      const rooms = cell.trim();
      if (rooms === 'everything') return [room, rooms];
      return [room, rooms === 'nothing' ? [] : rooms.split(/,\s*/)];
    }),
  );
}
