/**
 * The manual cannot go stale: its examples parse, its pictures were made from them, its links lead somewhere, its
 * commands are commands of the program, and its page of messages names every id that the sources can say.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PAGES, readExamples, writeVolume } from '../../scripts/manual/examples.mjs';
import { messageIds } from '../../scripts/manual/message-ids.mjs';
import { checkVolume } from '../../src/check/index.js';
import { createProgram } from '../../src/cli/main.js';
import { readVolume } from '../../src/manuscript/read-volume.js';

const MANUAL = resolve('docs/手册');
const pages = new Map(
  [...readdirSync(MANUAL).filter((name) => name.endsWith('.md'))].map((name) => [
    join(MANUAL, name),
    readFileSync(join(MANUAL, name), 'utf8'),
  ]),
);
pages.set(resolve('README.md'), readFileSync('README.md', 'utf8'));

const work = mkdtempSync(join(tmpdir(), 'nianjian-manual-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the examples of the manual', () => {
  const examples = PAGES.flatMap((page) => readExamples(pages.get(join(MANUAL, page)) ?? ''));
  const manifest = JSON.parse(readFileSync(join(MANUAL, '图/manifest.json'), 'utf8'));

  it('have names of their own', () => {
    const names = examples.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(15);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(examples.map((example) => [example.name, example] as const))(
    '%s parses without a message',
    async (name, example) => {
      const folder = join(work, name);
      writeVolume(example, folder);
      const { volume, messages } = await readVolume(folder);
      expect([...messages, ...(volume ? checkVolume(volume) : [])]).toEqual([]);
    },
  );

  it.each(examples)('$name has a picture made from what stands there now (npm run manual)', ({ name, digest }) => {
    expect(existsSync(join(MANUAL, `图/${name}.png`))).toBe(true);
    expect(manifest[name]).toBe(digest);
  });

  it('are shown with their pictures, and no picture is left over', () => {
    const shown = [...pages.values()].flatMap((page) =>
      [...page.matchAll(/src="图\/(\S+)\.png"/g)].map(([, name]) => name),
    );
    expect(shown.sort()).toEqual(examples.map(({ name }) => name).sort());
    const files = readdirSync(join(MANUAL, '图')).filter((name) => name.endsWith('.png'));
    expect(files.sort()).toEqual(examples.map(({ name }) => `${name}.png`).sort());
  });
});

describe('the messages of the manual', () => {
  const named = [...(pages.get(join(MANUAL, '消息.md')) ?? '').matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id]) => id);
  const { ids, unknown } = messageIds();

  it('leave out none that the sources can say (add these lines to docs/手册/消息.md)', () => {
    expect(ids.filter((id) => !named.includes(id))).toEqual([]);
  });

  it('name none that no source says (take these out of docs/手册/消息.md)', () => {
    expect(named.filter((id) => !ids.includes(id as string))).toEqual([]);
  });

  it('name each once', () => {
    expect(named.filter((id, index) => named.indexOf(id) !== index)).toEqual([]);
  });

  it('are collected from sources whose ways of naming are known (see scripts/manual/message-ids.mjs)', () => {
    expect(unknown).toEqual([]);
  });
});

describe('the links of the manual', () => {
  it('lead to files and headings that are there', () => {
    const broken = [...pages].flatMap(([file, text]) =>
      linksOf(text)
        .filter((link) => {
          const [path = '', anchor] = decodeURI(link).split('#');
          const target = path === '' ? file : resolve(dirname(file), path);
          if (!existsSync(target)) return true;
          return anchor !== undefined && !headingsOf(readFileSync(target, 'utf8')).includes(anchor);
        })
        .map((link) => `${file}: ${link}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('the commands of the manual', () => {
  const commands = [...pages].flatMap(([file, text]) => commandsOf(text).map((command) => [command, file] as const));

  it('are many', () => {
    expect(commands.length).toBeGreaterThan(20);
  });

  it.each(commands)('%s', (command) => {
    const [, ...words] = command
      .split(/\s+/)
      .map((word) => (word === 'bin/nianjian.js' ? '' : word))
      .filter(Boolean);
    if (command.startsWith('npm run ')) {
      const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
      return expect(Object.keys(scripts)).toContain(words[1]);
    }
    if (command.startsWith('npm test')) return undefined;
    return expect(() => parse(words)).not.toThrow();
  });

  it('are refused when they are none', () => {
    expect(() => parse(['biuld'])).toThrow();
    expect(() => parse(['build', '--presss'])).toThrow();
    expect(() => parse(['preflight'])).toThrow();
  });
});

/** Parses a command line with the program's own commands; nothing is run. */
function parse(words: string[]): void {
  const program = createProgram()
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {} });
  for (const command of program.commands) {
    command.action(() => {});
    command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} });
  }
  if (words[0] === '--help') return;
  program.parse(words, { from: 'user' });
}

/** Command lines in fenced blocks without a language; what stands behind two spaces explains them. */
function commandsOf(text: string): string[] {
  return [...text.matchAll(/^```\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) =>
      line
        .replace(/\s{2,}.*$/u, '')
        .replace(/ > .*$/u, '')
        .trim(),
    )
    .filter((line) => /^(?:node bin\/nianjian\.js|nianjian|npm)\s/u.test(line));
}

/** Links and pictures, but no addresses of the web. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)].map(
    ([, link, source]) => link ?? source ?? '',
  );
  return links.filter((link) => !/^[a-z]+:/.test(link));
}

/** The anchors of headings, as GitHub makes them. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ +(.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
