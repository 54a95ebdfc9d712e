// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of ids are quoted as they stand in the sources
/**
 * The ids of every message that the program can say, collected from its sources: a message is written with `rule: '…'`,
 * handed to a function that reports (`reading.error('…'`), or is a rule that is data with an `id`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

const ID = "'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'";
const ID_OF_WORDS = "'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'";
/** Functions that take an id first, or second after what they speak about. */
const SPEAKERS = '\\b(?:error|warning|warn|change|fail|complain|report|problem|lockMessage|about|ruleMessage)';
const SPOKEN = [
  new RegExp(`\\brule: ${ID}`, 'g'),
  new RegExp(`\\brule: [^',{}\\n]*\\? ${ID} : ${ID}`, 'g'),
  // A choice made beforehand, and a table by the names of files.
  new RegExp(`(?<=\\bconst rule = [^;]*)[?:] ${ID_OF_WORDS}`, 'g'),
  new RegExp(`_FILE\\]: ${ID_OF_WORDS}`, 'g'),
  new RegExp(`${SPEAKERS}\\(\\s*(?:[\\w.]+,\\s*)?${ID}`, 'g'),
  new RegExp(`${SPEAKERS}\\(\\s*[^',()]*\\? ${ID} : ${ID}`, 'g'),
];
/** Rooms whose rules are data. */
const RULES_AS_DATA = /^(?:check|inspect|preflight)\//;
const DATA = new RegExp(`\\bid: ${ID}`, 'g');
/** An id that is put together of ASCII; in rooms of rules also where it is data. */
const TEMPLATE = new RegExp(`(?:\\brule: |${SPEAKERS}\\(\\s*)(\`[!-_a-~]+\`)`, 'g');
const TEMPLATE_AS_DATA = /\bid: (`[!-_a-~]+`)/g;

/** Words that stand where an id stands and are none: severities, and the second half of an id that is put together. */
const NO_IDS = new Set(['error', 'warning', 'encoding', 'unreadable']);

/** A file that reports the second half of its ids. */
const PREFIXED = new Map([['volume/dismissals-file.ts', 'dismissals-']]);

/** Ids that are put together: the file, the template as it stands there, and what becomes of it, found in the sources. */
const COMPOSED = [
  ['volume/yaml.ts', '`${room}-${what}`', (texts) => [...mappings(texts), ...lists(texts)]],
  ['volume/yaml.ts', '`${source.room}-yaml`', (texts) => [...mappingRooms(texts), ...listRooms(texts)].map(of('yaml'))],
  ['volume/dismissals-file.ts', '`${ROOM}-${rule}`', () => []],
  ['volume/open.ts', '`${room}-${problem}`', (texts) => beside(texts)],
  [
    'check/gates.ts',
    '`conservation-${breach.kind}`',
    () => ['lost', 'added', 'changed'].map((kind) => `conservation-${kind}`),
  ],
  [
    'check/gates.ts',
    '`conservation-figure-${kind}`',
    () => ['lost', 'added', 'photos', 'early', 'order'].map((kind) => `conservation-figure-${kind}`),
  ],
  ['check/gates.ts', '`page-${kind}`', () => ['clipped', 'hidden', 'drift'].map((kind) => `page-${kind}`)],
  [
    'preflight/rules/colours.ts',
    '`rgb-${part}`',
    (texts) => found(texts, /\brgb\('([a-z]+)'/g).map((part) => `rgb-${part}`),
  ],
];

/** The ids, sorted; and templates of ids in the sources that nobody here knows, or that are gone. */
export function messageIds(folder = SOURCES) {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ file: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));
  const texts = sources.map(({ text }) => text);
  const ids = new Set(COMPOSED.flatMap(([, , become]) => become(texts)));
  const templates = new Set();
  for (const { file, text } of sources) {
    const data = RULES_AS_DATA.test(file);
    for (const pattern of data ? [...SPOKEN, DATA] : SPOKEN) {
      for (const [, ...words] of text.matchAll(pattern)) {
        for (const word of words) if (word && !NO_IDS.has(word)) ids.add((PREFIXED.get(file) ?? '') + word);
      }
    }
    for (const pattern of data ? [TEMPLATE, TEMPLATE_AS_DATA] : [TEMPLATE]) {
      for (const [, template] of text.matchAll(pattern)) templates.add(`${file} ${template}`);
    }
  }
  const known = COMPOSED.map(([file, template]) => `${file} ${template}`);
  return {
    ids: [...ids].sort(),
    unknown: [
      ...[...templates].filter((template) => !known.includes(template)),
      ...known.filter((template) => !templates.has(template)),
    ],
  };
}

function mappings(texts) {
  return mappingRooms(texts).flatMap((room) => [`${room}-not-mapping`, `${room}-duplicate-key`]);
}

function lists(texts) {
  return listRooms(texts).flatMap((room) => [`${room}-not-list`, `${room}-duplicate-key`]);
}

/** Rooms that read a mapping of YAML name themselves in the call; those that read a list have a constant. */
function mappingRooms(texts) {
  return found(texts, /\broom: '([a-z-]+)'/g);
}

function listRooms(texts) {
  return found(texts, /\bROOM = '([a-z-]+)'/g);
}

function beside(texts) {
  const rooms = found(texts, /\bopenBeside\([^,]+,\s*\w+,\s*'([a-z-]+)'/g);
  return rooms.flatMap((room) => [`${room}-encoding`, `${room}-unreadable`]);
}

function of(subject) {
  return (room) => `${room}-${subject}`;
}

function found(texts, pattern) {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word));
}
