import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVolume } from '../../src/manuscript/read-volume.js';
import { BOOK, manuscript, places, readFiles, volumeFolder } from './sample.js';

const under = (category: string, body = '正文。\n', ...more: string[]): string =>
  `---\n${[`类目: ${category}`, ...more].join('\n')}\n---\n\n${body}`;

describe('a volume', () => {
  it('has a part for each folder, in the order of their numbers', async () => {
    const { volume, messages } = await readFiles({
      '10-工业/01-工业.md': under('工业'),
      '02-农业/02-乙.md': under('农业'),
      '02-农业/01-甲.md': under('农业'),
      '01-卷首/01-说明.md': under('卷首'),
    });
    expect(messages).toEqual([]);
    expect(volume?.children.map(({ id, title, role, folder }) => [id, title, role, folder])).toEqual([
      ['p01', '卷首', 'front', '01-卷首'],
      ['p02', '农业', 'body', '02-农业'],
      ['p10', '工业', 'body', '10-工业'],
    ]);
    expect(volume?.children[1]?.children.map(({ id, file }) => [id, file])).toEqual([
      ['p02m01', '02-农业/01-甲.md'],
      ['p02m02', '02-农业/02-乙.md'],
    ]);
  });

  it('keeps the 类目 of 索引.不收 out of the index', async () => {
    const { volume } = await readFiles({
      'book.yaml': `${BOOK}索引:\n  不收: [附录]\n`,
      '01-农业/01-甲.md': under('农业'),
      '02-附录/01-甲.md': under('附录'),
    });
    expect(volume?.children.map((part) => part.indexed)).toEqual([true, false]);
  });

  it('is read as far as it goes when a manuscript fails', async () => {
    const { volume, messages } = await readFiles({
      '01-农业/01-甲.md': '没有前言\n',
      '01-农业/02-乙.md': under('农业'),
    });
    expect(places(messages)).toEqual(['front-matter-missing 1:1']);
    expect(volume?.children[0]?.children.map((item) => item.file)).toEqual(['01-农业/02-乙.md']);
  });

  it.each([
    [
      'two 类目 in one folder',
      { '01-农业/01-甲.md': under('农业'), '01-农业/02-乙.md': under('工业') },
      'category-mixed 2:1',
    ],
    [
      'one 类目 in two folders',
      { '01-农业/01-甲.md': under('农业'), '02-农业/01-乙.md': under('农业') },
      'category-split',
    ],
    ['卷首 not first', { '01-农业/01-甲.md': under('农业'), '02-卷首/01-乙.md': under('卷首') }, 'front-not-first'],
    [
      '索引.不收 naming no 类目',
      { 'book.yaml': `${BOOK}索引:\n  不收: [农叶]\n`, '01-农业/01-甲.md': under('农业') },
      'settings-unknown-category 5:8',
    ],
  ])('is in error with %s', async (_, files, expected) => {
    expect(places((await readFiles(files as Record<string, string>)).messages)).toEqual([expected]);
  });

  it('gives messages by file and line, book.yaml first', async () => {
    const { messages } = await readFiles({
      'book.yaml': `${BOOK}开本: 8开\n`,
      '01-农业/02-乙.md': under('农业', '`甲`\n\n#乙\n'),
      '01-农业/01-甲.md': under('农业', '# 甲\n'),
    });
    expect(messages.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'book.yaml:4',
      '01-农业/01-甲.md:5',
      '01-农业/02-乙.md:5',
      '01-农业/02-乙.md:7',
    ]);
  });

  it('can be read in part', async () => {
    const files = { '01-农业/01-甲.md': under('农业'), '02-工业/01-乙.md': under('工业', '# 坏\n') };
    const { volume, messages } = await readFiles(files, { only: ['农业'] });
    expect([volume?.children.map((part) => part.title), messages]).toEqual([['农业'], []]);
    expect(places((await readFiles(files, { only: ['农叶'] })).messages)).toEqual(['only-unknown-category']);
  });
});

describe('the 分目 of the front matter', () => {
  const opens = async (...manuscripts: string[]): Promise<boolean[] | undefined> => {
    const files = Object.fromEntries(manuscripts.map((source, index) => [`01-农业/0${index + 1}-稿.md`, source]));
    const { volume } = await readFiles(files);
    return volume?.children[0]?.children.map((item) => item.opensSubcategory);
  };
  const named = (name: string, body = '【甲】正文。\n'): string => manuscript(body, `分目: ${name}`);

  it('is printed where it begins', async () => {
    expect(await opens(named('水利'), named('水利'), named('林业'), named('水利'))).toEqual([true, false, true, true]);
  });

  it('is not printed when a heading says it', async () => {
    expect(await opens(manuscript('## 水利\n\n甲。\n'), named('水利'))).toEqual([false, false]);
    expect(await opens(named('水利', '## 水利\n\n甲。\n'))).toEqual([false]);
  });
});

describe('the cache', () => {
  const files = { '01-农业/01-甲.md': under('农业', '甲 A\n\n# 坏\n'), '01-农业/02-乙.md': under('农业') };

  it('gives what reading gives: tree, messages and changes', async () => {
    const folder = await volumeFolder(files);
    const cache = path.join(folder, '.nianjian', 'manuscripts');
    const fresh = await readVolume(folder, { cache });
    const kept = await readVolume(folder, { cache });
    expect(kept).toEqual(fresh);
    expect(fresh.changes).toHaveLength(1);
    expect(await readdir(cache)).toHaveLength(2);
  });

  it('is not asked for a manuscript that changed', async () => {
    const folder = await volumeFolder(files);
    const cache = path.join(folder, '.nianjian');
    await readVolume(folder, { cache });
    await writeFile(path.join(folder, '01-农业/01-甲.md'), under('农业', '好。\n'));
    expect((await readVolume(folder, { cache })).messages).toEqual([]);
  });

  it.each(['', '{', '{}', 'null', '[]', '{"key":"x","result":{}}'])('may hold rubbish: %s', async (rubbish) => {
    const folder = await volumeFolder(files);
    const cache = path.join(folder, '.nianjian');
    const fresh = await readVolume(folder, { cache });
    for (const name of await readdir(cache)) await writeFile(path.join(cache, name), rubbish);
    expect(await readVolume(folder, { cache })).toEqual(fresh);
    const [name] = await readdir(cache);
    expect(await readFile(path.join(cache, name ?? ''), 'utf8')).toContain('"result"');
  });

  it('may be a place that cannot be written', async () => {
    const folder = await volumeFolder(files);
    const { volume } = await readVolume(folder, { cache: path.join(folder, 'book.yaml', 'x') });
    expect(volume?.children).toHaveLength(1);
  });
});
