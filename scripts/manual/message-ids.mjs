/**
 * The ids of every message that the program can say, collected from its sources: a message is written with `rule: '…'`,
 * handed to a function that reports (`reading.error('…'`), or is a rule that is data with an `id`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

const ID = "'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'";
/** Functions that take an id first, or second after what they speak about. */
const SPEAKERS = '\\b(?:error|warning|warn|change|fail|complain|report|problem|lockMessage|about|ruleMessage)';
const SPOKEN = [
  new RegExp(`\\brule: ${ID}`, 'g'),
  new RegExp(`\\brule(?::| =) [^',{}\\n]*\\? ${ID} : ${ID}`, 'g'),
  new RegExp(`${SPEAKERS}\\(\\s*(?:[\\w.]+,\\s*)?${ID}`, 'g'),
  new RegExp(`${SPEAKERS}\\(\\s*[^',()]*\\? ${ID} : ${ID}`, 'g'),
];
/** Rooms whose rules are data. */
const RULES_AS_DATA = /^(?:check|inspect|preflight)\//;
const DATA = new RegExp(`\\bid: ${ID}`, 'g');
/** An id that is put together; in rooms of rules also where it is data. */
const TEMPLATE = new RegExp(`(?:\\brule: |${SPEAKERS}\\(\\s*)(\`[^\`\\s]+\`)`, 'g');
const TEMPLATE_AS_DATA = /\bid: (`[^`\s]+`)/g;

/** Words that stand where an id stands and are none: severities, and the second half of an id that is put together. */
const NO_IDS = new Set(['error', 'warning', 'encoding', 'unreadable']);

/** Ids that are put together, each with what it becomes: `all` finds the variable part in the sources. */
const COMPOSED = [
  { file: 'volume/yaml.ts', template: '`${source.room}-not-mapping`', all: rooms('not-mapping') },
  { file: 'volume/yaml.ts', template: '`${source.room}-duplicate-key`', all: rooms('duplicate-key') },
  { file: 'volume/yaml.ts', template: '`${source.room}-yaml`', all: rooms('yaml') },
  {
    file: 'volume/open.ts',
    template: '`${room}-${problem}`',
    all: (texts) =>
      found(texts, /\bopenBeside\(\s*root,\s*\w+,\s*'([a-z-]+)'/g).flatMap((room) => [
        `${room}-encoding`,
        `${room}-unreadable`,
      ]),
  },
  {
    file: 'check/gates.ts',
    template: '`conservation-${breach.kind}`',
    all: () => ['conservation-lost', 'conservation-added', 'conservation-changed'],
  },
  { file: 'check/gates.ts', template: '`page-${kind}`', all: () => ['page-clipped', 'page-hidden', 'page-drift'] },
  {
    file: 'preflight/rules/colours.ts',
    template: '`rgb-${part}`',
    all: (texts) => found(texts, /\brgb\('([a-z]+)'/g).map((part) => `rgb-${part}`),
  },
];

/** The ids, sorted; and templates of ids in the sources that nobody here knows, or that are gone. */
export function messageIds(folder = SOURCES) {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ file: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));
  const texts = sources.map(({ text }) => text);
  const ids = new Set(COMPOSED.flatMap(({ all }) => all(texts)));
  const templates = new Set();
  for (const { file, text } of sources) {
    const data = RULES_AS_DATA.test(file);
    for (const pattern of data ? [...SPOKEN, DATA] : SPOKEN) {
      for (const [, ...words] of text.matchAll(pattern)) for (const id of words) if (id && !NO_IDS.has(id)) ids.add(id);
    }
    for (const pattern of data ? [TEMPLATE, TEMPLATE_AS_DATA] : [TEMPLATE]) {
      for (const [, template] of text.matchAll(pattern)) templates.add(`${file} ${template}`);
    }
  }
  const known = COMPOSED.map(({ file, template }) => `${file} ${template}`);
  return {
    ids: [...ids].sort(),
    unknown: [
      ...[...templates].filter((template) => !known.includes(template)),
      ...known.filter((template) => !templates.has(template)),
    ],
  };
}

function rooms(subject) {
  return (texts) => [...new Set(found(texts, /\broom: '([a-z-]+)'/g))].map((room) => `${room}-${subject}`);
}

function found(texts, pattern) {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word));
}
