import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readVolume } from '../../../src/manuscript/read-volume.js';
import { selectForProof, selectManuscripts } from '../../../src/proof/selection/selection.js';
import type { Volume } from '../../../src/tree/nodes.js';
import { select } from '../../../src/tree/visit.js';
import { project } from '../../cli/nianjian.js';
import { scratchFolder } from '../../pipeline/volume.js';
import { countyOf } from './county.js';

const scratch = scratchFolder();
let volume: Volume;

beforeAll(async () => {
  volume = await countyOf(scratch);
});

/** What the words select, as `file` or `file:first-last`. */
function stretches(...asked: string[]): string[] {
  const { selection, messages } = selectForProof(volume, asked, '/');
  expect(messages).toEqual([]);
  return selection.stretches.map(({ file, lines }) => (lines ? `${file}:${lines.join('-')}` : file));
}

const scopeOf = (...asked: string[]): string => selectForProof(volume, asked, '/').selection.scope;

const AGRICULTURE = ['03-农业/01-综述.md', '03-农业/02-水利.md'];

describe('what a proofreader asks for', () => {
  it.each(['农业', '03-农业', '03', ' 农 业 ', '03-农业/', './03-农业', '03-农业\\'])('is a 类目: %s', (words) => {
    expect(stretches(words)).toEqual(AGRICULTURE);
    expect(scopeOf(words)).toBe('农业');
  });

  it('is several 类目, one by one or in one word, in the order of the book', () => {
    const both = [
      '03-农业/01-综述.md',
      '03-农业/02-水利.md',
      '04-法治/01-公安.md',
      '04-法治/02-消防.md',
      '04-法治/03-纪要.md',
    ];
    expect(stretches('法治', '农业')).toEqual(both);
    expect(stretches('法治、农业')).toEqual(both);
    expect(scopeOf('法治、农业')).toBe('法治、农业');
  });

  it('is the 卷首 or a manuscript of it, which are flows of their own', () => {
    const { selection } = selectForProof(volume, ['编辑说明'], '/');
    expect(selection).toEqual({
      flows: ['p01m01'],
      wholeFlows: ['p01m01'],
      stretches: [{ file: '01-卷首/01-编辑说明.md' }],
      photos: [],
      scope: '编辑说明',
    });
    expect(stretches('卷首')).toEqual(['01-卷首/01-编辑说明.md']);
  });

  it('is a 分目 that is one of several in its manuscript; the last has the byline, which is written at the head', () => {
    expect(stretches('种植业')).toEqual(['03-农业/01-综述.md:6-11']);
    expect(stretches('农业/畜牧业')).toEqual(['03-农业/01-综述.md:3-3', '03-农业/01-综述.md:12-21']);
    expect(stretches('03-农业/畜牧业')).toEqual(stretches('畜牧业'));
    expect(scopeOf('畜牧业')).toBe('农业·畜牧业');
  });

  it('is a 分目 that fills its manuscript, and one of the front matter that goes through several', () => {
    expect(stretches('水利')).toEqual(['03-农业/02-水利.md']);
    expect(stretches('公安')).toEqual(['04-法治/01-公安.md', '04-法治/02-消防.md']);
  });

  it.each(['03-农业/02-水利.md', '03-农业/02-水利', '02-水利.md', '02-水利', '03/02', '农业/02'])(
    'is a manuscript: %s',
    (words) => {
      expect(stretches(words)).toEqual(['03-农业/02-水利.md']);
    },
  );

  it('is a manuscript by its title, and by a path from where one works', () => {
    expect(stretches('会议纪要')).toEqual(['04-法治/03-纪要.md']);
    expect(stretches('法治/纪要')).toEqual(['04-法治/03-纪要.md']);
    const from = join(volume.folder, '03-农业');
    const { selection } = selectForProof(volume, ['02-水利.md', join(volume.folder, '04-法治/02-消防.md')], from);
    expect(selection.stretches.map(({ file }) => file)).toEqual(['03-农业/02-水利.md', '04-法治/02-消防.md']);
  });

  it('is an 条目, or what is headed in another 体裁', () => {
    expect(stretches('农业/畜牧业/概况')).toEqual(['03-农业/01-综述.md:14-17']);
    expect(stretches('畜牧业/概况')).toEqual(['03-农业/01-综述.md:14-17']);
    expect(stretches('灌溉')).toEqual(['03-农业/02-水利.md:8-11']);
    expect(stretches('法治/公安/救火')).toEqual(['04-法治/02-消防.md:8-11']);
    expect(stretches('大事记/2月')).toEqual(['02-大事记/01-大事记.md:10-13']);
  });

  it('is a contributor, with all it has sent; its name in full, in part or as it is spoken', () => {
    for (const words of ['区委办公室', '区委办', '委办']) {
      expect(stretches(words)).toEqual(['04-法治/01-公安.md', '04-法治/02-消防.md']);
      expect(scopeOf(words)).toBe('区委办公室 2篇');
    }
    expect(stretches('农村局')).toEqual(['03-农业/01-综述.md']);
    expect(stretches('区农局')).toEqual(['03-农业/01-综述.md']);
    expect(stretches('李强')).toEqual(['04-法治/02-消防.md']);
  });

  it('is the whole volume where nothing is asked for', () => {
    const { selection } = selectForProof(volume, [], '/');
    expect(selection.flows).toEqual(['p01m01', 'p02', 'p03', 'p04']);
    expect(selection.wholeFlows).toEqual(selection.flows);
    expect(selection.scope).toBe('全书');
  });

  it('is each line once where what is asked for overlaps', () => {
    expect(stretches('农业', '水利')).toEqual(AGRICULTURE);
    expect(stretches('畜牧业', '防疫')).toEqual(stretches('畜牧业'));
    expect(selectForProof(volume, ['农业', '水利'], '/').selection.wholeFlows).toEqual(['p03']);
    expect(selectForProof(volume, ['水利'], '/').selection.wholeFlows).toEqual([]);
  });

  it('may be manuscripts that are known by their files', () => {
    const selection = selectManuscripts(volume, ['04-法治/02-消防.md', '03-农业/02-水利.md'], '改动的稿件');
    expect(selection.flows).toEqual(['p03', 'p04']);
    expect(selection.scope).toBe('改动的稿件');
  });
});

describe('words that cannot be followed', () => {
  const complaint = (words: string) => {
    const { selection, messages } = selectForProof(volume, [words], '/');
    expect(selection.stretches).toEqual([]);
    return messages;
  };

  it('are ambiguous, and the choice is listed in words that are not', () => {
    const [message, ...others] = complaint('概况');
    expect(others).toEqual([]);
    expect(message).toMatchObject({ severity: 'error', rule: 'proof-ambiguous', file: volume.folder });
    expect(message?.reason).toBe(
      '“概况”不止一处：农业/种植业/概况（条目）、农业/畜牧业/概况（条目）、法治/公安/概况（条目）',
    );
    expect(stretches('法治/公安/概况')).toEqual(['04-法治/01-公安.md:7-10']);
  });

  it('are ambiguous where they are part of two contributors', () => {
    expect(complaint('区局')[0]?.reason).toBe('“区局”不止一处：区农业农村局（供稿）、区水务局（供稿）');
  });

  it('are unknown, and the nearest names are told', () => {
    expect(complaint('畜牧')).toMatchObject([
      { rule: 'proof-unknown', reason: '这一卷里没有“畜牧”', remedy: '是不是农业/畜牧业（分目）' },
    ]);
    expect(complaint('区水利局')[0]?.remedy).toContain('区水务局（供稿）');
  });

  it('are unknown and near to nothing: then it is told what may be asked for', () => {
    expect(complaint('xyz')[0]?.remedy).toBe(
      '可以写类目、分目（类目/分目）、稿件、条目（类目/分目/条目）或供稿单位；类目有：卷首、大事记、农业、法治',
    );
  });

  it('are told where to look when they name what is made of the whole book', () => {
    expect(complaint('索引')).toMatchObject([{ rule: 'proof-of-the-book', severity: 'error' }]);
    expect(complaint('目录')[0]?.remedy).toContain('book.pdf');
  });

  it('stop none of the others, and each gets its message', () => {
    const { selection, messages } = selectForProof(volume, ['农业', 'xyz', '概况'], '/');
    expect(messages.map(({ rule }) => rule)).toEqual(['proof-unknown', 'proof-ambiguous']);
    expect(selection.scope).toBe('农业');
  });
});

const CORPUS = resolve(project, '../shared/corpus/jinchuan-2022');

describe.skipIf(!existsSync(CORPUS))(
  'the yearbook of Jinchuan (skipped where ../shared/corpus is not beside the project)',
  () => {
    it('can be asked for by every 类目, 分目 and 条目 of it by its full name', async () => {
      const { volume: book } = await readVolume(CORPUS);
      const parts = (book as Volume).children;
      const names = parts.flatMap((part) => [
        part.title,
        ...part.children.flatMap(({ file }) => [file]),
        ...part.children.flatMap((manuscript) =>
          select(manuscript, 'subcategory').flatMap(({ title, children }) => {
            const words = (phrasing: typeof title): string =>
              phrasing.map((each) => ('value' in each ? each.value : '')).join('');
            const own = `${part.title}/${words(title)}`;
            const entries = children.flatMap((child) => (child.type === 'entry' ? [words(child.title)] : []));
            return [own, ...entries.map((entry) => `${own}/${entry}`)];
          }),
        ),
      ]);
      expect(names.length).toBeGreaterThan(500);
      expect(selectForProof(book as Volume, names, '/').messages).toEqual([]);
    });
  },
);
