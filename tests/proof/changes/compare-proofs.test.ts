/** What a proof says of edits: small books before and after. The sentences are made up. */
import { describe, expect, it } from 'vitest';
import { compareProofs } from '../../../src/proof/changes/compare-proofs.js';
import type { Passage } from '../../../src/proof/model.js';
import { book, said, told } from './book.js';

const RIVER = '全年疏浚河道三十二公里，加固堤防八处，汛期没有发生险情。';
const WELLS = '新打机井十一眼，维修旧井四十眼，解决六个村的灌溉用水。';
const FEES = '水费实收率达到百分之九十六，比上年提高两个百分点。';
const TREES = '春季植树节期间，机关干部栽种云杉和国槐共计五千株。';
const FIRES = '护林员每日巡山两次，防火期内发现并扑灭火点三处。';
const SEEDS = '苗圃培育容器苗二十万袋，供应周边三个县的造林工程。';

const BOOK = `
# 农业
## 水利
### 概况
${RIVER}
### 机井
${WELLS}
### 水费
${FEES}
## 林业
### 概况
${TREES}
### 防火
${FIRES}
### 苗圃
${SEEDS}
`;

/** The book with words replaced, each once. */
function edit(...replacements: [string, string][]): string {
  return replacements.reduce((text, [old, fresh]) => {
    expect(text.split(old).length, `${old} stands once`).toBe(2);
    return text.replace(old, fresh);
  }, BOOK);
}

describe('an edited paragraph', () => {
  it('is one change that marks exactly the character that differs', () => {
    expect(told(BOOK, edit(['没有发生险情', '未有发生险情']))).toEqual([
      'changed 段落：…公里，加固堤防八处，汛期[-没][+未]有发生险情。',
    ]);
  });

  it('has a bar on the line with the new character, and on no line that merely reflowed', () => {
    const [change, ...more] = compareProofs({
      before: book(BOOK),
      after: book(edit(['加固堤防', '加固加高堤防'])),
    });
    expect(more).toEqual([]);
    // 农业, 水利, 概况, then the paragraph from line 4: ten characters a line.
    expect(change).toMatchObject({ bars: ['1a5'], address: '1a5', place: { line: 5, column: 1 } });
  });

  it('has a bar beside the place where something was taken out', () => {
    const changes = compareProofs({ before: book(BOOK), after: book(edit(['加固堤防八处，', ''])) });
    expect(changes.map(({ bars }) => bars)).toEqual([['1a5']]);
    expect(changes.map(said)).toEqual(['changed 段落：全年疏浚河道三十二公里，[-加固堤防八处，]汛期没有发生险情。']);
  });

  it('is told once where two of its sentences differ', () => {
    expect(told(BOOK, edit(['三十二公里', '三十五公里'], ['发生险情', '出现险情']))).toEqual([
      'changed 段落：全年疏浚河道三十[-二][+五]公里，加固堤防八处，汛期没有[-发生][+出现]险情。',
    ]);
  });

  it('is no change where it is wrapped otherwise, in the manuscript or in print', () => {
    const wrapped = book(BOOK, { width: 7, folio: '33' }).map((passage) => ({
      ...passage,
      line: passage.line * 3,
      column: 5,
    }));
    expect(compareProofs({ before: book(BOOK), after: wrapped })).toEqual([]);
  });
});

describe('a paragraph', () => {
  const many = `# 农业\n## 水利\n### 概况\n${RIVER}\n${WELLS}\n${FEES}\n${TREES}`;
  const swapped = `# 农业\n## 水利\n### 概况\n${WELLS}\n${FEES}\n${RIVER}\n${TREES}`;

  it('that moves inside its entry is one move, with its places', () => {
    expect(told(many, swapped)).toEqual([
      `moved 段落：${RIVER}（农业 / 水利 / 概况，第1段 → 农业 / 水利 / 概况，第3段）`,
    ]);
  });

  it('that moves and is edited on the way is one move that shows the edit', () => {
    expect(told(many, swapped.replace('八处', '九处'))).toEqual([
      'moved 段落：全年疏浚河道三十二公里，加固堤防[-八][+九]处，汛期没有发生险情。（农业 / 水利 / 概况，第1段 → 农业 / 水利 / 概况，第3段）',
    ]);
  });

  it('that moves to another entry is one move, with a bar on all its lines', () => {
    const after = BOOK.replace(`${FEES}\n`, `${FEES}\n${TREES}\n`).replace(`### 概况\n${TREES}\n`, '### 概况\n');
    const changes = compareProofs({ before: book(BOOK), after: book(after) });
    expect(changes.map(said)).toEqual([`moved 段落：${TREES}（农业 / 林业 / 概况 → 农业 / 水利 / 水费）`]);
    expect(changes[0]?.bars).toEqual(['1a15', '1a16', '1a17']);
  });

  it('that moves with its neighbour is told with it', () => {
    const after = many.replace(`${RIVER}\n${WELLS}\n`, '').concat(`\n### 水费\n${SEEDS}\n${RIVER}\n${WELLS}`);
    expect(told(`${many}\n### 水费\n${SEEDS}`, after)).toEqual([
      `moved 段落：${RIVER}¶${WELLS}（农业 / 水利 / 概况 → 农业 / 水利 / 水费）`,
    ]);
  });

  it('that is divided is told as one change with a paragraph mark put in', () => {
    const [before, after] = [`# 农业\n${RIVER}${WELLS}`, `# 农业\n${RIVER}\n${WELLS}`];
    expect(told(before, after)).toEqual(['changed 分段：…八处，汛期没有发生险情。[+¶]新打机井十一眼，维修旧井…']);
    expect(told(after, before)).toEqual(['changed 并段：…八处，汛期没有发生险情。[-¶]新打机井十一眼，维修旧井…']);
  });

  it('that is divided and edited shows both', () => {
    expect(told(`# 农业\n${RIVER}${WELLS}`, `# 农业\n${RIVER}\n${WELLS.replace('四十', '五十')}`)).toEqual([
      'changed 分段：…八处，汛期没有发生险情。[+¶]新打机井十一眼，维修旧井[-四][+五]十眼，解决六个村的灌溉用水。',
    ]);
  });

  it('that was put in or taken out is one change at its place', () => {
    const longer = BOOK.replace(`${WELLS}\n`, `${WELLS}\n三座泵站完成自动化改造。\n`);
    const added = compareProofs({ before: book(BOOK), after: book(longer) });
    expect(added.map(said)).toEqual(['added 段落：[+三座泵站完成自动化改造。]']);
    expect(added[0]).toMatchObject({ bars: ['1a11', '1a12'], address: '1a11', place: { line: 8 } });
    const removed = compareProofs({ before: book(longer), after: book(BOOK) });
    expect(removed.map(said)).toEqual(['removed 段落：[-三座泵站完成自动化改造。]']);
    // 水费 follows where it stood.
    expect(removed[0]).toMatchObject({ bars: ['1a11'], address: '1a11', place: { line: 8 } });
  });
});

describe('an entry', () => {
  const wells = `### 机井\n${WELLS}\n`;

  it('that has another title is a changed title, and its body is untouched', () => {
    expect(told(BOOK, edit(['### 机井', '### 机井建设']))).toEqual(['changed 条目标题：机井[+建设]']);
  });

  it('that moves inside its 分目 is one move; of two that change places the shorter one moves', () => {
    const after = BOOK.replace(wells, '').replace('### 概况\n全年', `${wells}### 概况\n全年`);
    expect(told(BOOK, after)).toEqual(['moved 条目：机井（农业 / 水利，“概况”之后 → 农业 / 水利，开头）']);
    const last = BOOK.replace(wells, '').replace(`${FEES}\n`, `${FEES}\n${wells}`);
    expect(told(BOOK, last)).toEqual(['moved 条目：水费（农业 / 水利，“机井”之后 → 农业 / 水利，“概况”之后）']);
  });

  it('that moves to another 分目 is one move, and what was edited in it is told by itself', () => {
    const after = BOOK.replace(wells, '').replace('### 苗圃', `${wells.replace('六个村', '七个村')}### 苗圃`);
    expect(told(BOOK, after)).toEqual([
      'moved 条目：机井（农业 / 水利 / 机井 → 农业 / 林业 / 机井）',
      'changed 段落：新打机井十一眼，维修旧井四十眼，解决[-六][+七]个村的灌溉用水。',
    ]);
  });

  it('that moves and has another title is both', () => {
    const after = BOOK.replace(wells, '').replace('### 苗圃', `### 打井\n${WELLS}\n### 苗圃`);
    expect(told(BOOK, after)).toEqual([
      'moved 条目：打井（农业 / 水利 / 机井 → 农业 / 林业 / 打井）',
      'changed 条目标题：[-机][+打]井',
    ]);
  });

  it('that moves to another file and keeps its place in the book is no change', () => {
    const after = book(BOOK).map((passage) =>
      passage.path[2] === '机井' ? { ...passage, file: '01-农业/02-机井.md', line: 3 } : passage,
    );
    expect(compareProofs({ before: book(BOOK), after })).toEqual([]);
  });

  it('that was put in or taken out is one change, with its title and its text', () => {
    const after = BOOK.replace(wells, '');
    const removed = compareProofs({ before: book(BOOK), after: book(after) });
    expect(removed.map(said)).toEqual([`removed 条目：[-机井¶${WELLS}]`]);
    expect(removed[0]).toMatchObject({ address: '1a7', bars: ['1a7'] });
    const added = compareProofs({ before: book(after), after: book(BOOK) });
    expect(added.map(said)).toEqual([`added 条目：[+机井¶${WELLS}]`]);
    expect(added[0]?.bars).toEqual(['1a7', '1a8', '1a9', '1a10']);
  });

  it('whose title only was taken out has left its text to the entry before it', () => {
    expect(told(BOOK, BOOK.replace('### 机井\n', ''))).toEqual(['removed 条目标题：[-机井]']);
    expect(told(BOOK.replace('### 机井\n', ''), BOOK)).toEqual(['added 条目标题：[+机井]']);
  });

  it('with a name that every 分目 has is not taken for another of that name', () => {
    const after = BOOK.replace(`### 概况\n${RIVER}\n`, '');
    expect(told(BOOK, after)).toEqual([`removed 条目：[-概况¶${RIVER}]`]);
  });

  it('that comes to a 分目 with an entry of its name is told from it', () => {
    const flood = `### 概况\n${RIVER}\n`;
    const after = BOOK.replace(flood, '').replace('## 林业\n', `## 林业\n${flood}`).replace('五千株', '六千株');
    expect(told(BOOK, after)).toEqual([
      'moved 条目：概况（农业 / 水利 / 概况 → 农业 / 林业 / 概况）',
      'changed 段落：…关干部栽种云杉和国槐共计[-五][+六]千株。',
    ]);
  });

  it('that has its text from another, and gave it its own, has not moved: the paragraphs have', () => {
    const after = edit([WELLS, '井'], [FEES, WELLS], ['\n井\n', `\n${FEES}\n`]);
    expect(told(BOOK, after)).toEqual([
      `moved 段落：${FEES}（农业 / 水利 / 水费 → 农业 / 水利 / 机井）`,
      `moved 段落：${WELLS}（农业 / 水利 / 机井 → 农业 / 水利 / 水费）`,
    ]);
  });

  it('of which there are two of one name in a 分目 is told from the other', () => {
    const before = `# 农业\n## 水利\n### 会议\n${RIVER}\n### 会议\n${WELLS}\n### 会议\n${FEES}`;
    const after = `# 农业\n## 水利\n### 会议\n${RIVER}\n### 会议\n${FEES}`;
    expect(told(before, after)).toEqual([`removed 条目：[-会议¶${WELLS}]`]);
  });
});

describe('a 分目', () => {
  it('that has another title is a changed title, and its entries stand where they stood', () => {
    expect(told(BOOK, edit(['## 水利', '## 水务']))).toEqual(['changed 分目标题：水[-利][+务]']);
  });

  it('that moves is one move with all that is in it', () => {
    const at = BOOK.indexOf('## 林业');
    const after = `\n# 农业\n${BOOK.slice(at)}${BOOK.slice(BOOK.indexOf('## 水利'), at)}`;
    expect(told(BOOK, after)).toEqual(['moved 分目：林业（农业，“水利”之后 → 农业，开头）']);
  });

  it('that was taken out is one change', () => {
    const changes = told(BOOK, BOOK.slice(0, BOOK.indexOf('## 林业')));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatch(/^removed 分目：\[-林业¶概况¶春季植树节.*….*造林工程。\]$/u);
  });

  it('may have the name of its first entry', () => {
    const source = `# 农业\n## 水利\n### 水利\n${RIVER}\n### 水费\n${FEES}`;
    expect(told(source, source.replace('八处', '九处'))).toEqual([
      'changed 段落：全年疏浚河道三十二公里，加固堤防[-八][+九]处，汛期没有发生险情。',
    ]);
  });
});

describe('titles', () => {
  it('whose paths name only what stands round them are read alike', () => {
    const outside = (passages: Passage[]): Passage[] =>
      passages.map((passage) => (passage.kind === 'title' ? { ...passage, path: passage.path.slice(0, -1) } : passage));
    const [before, after] = [book(BOOK), book(edit(['### 机井', '### 机井建设'], ['## 林业', '## 林草']))];
    expect(compareProofs({ before: outside(before), after: outside(after) }).map(said)).toEqual(
      compareProofs({ before, after }).map(said),
    );
  });
});

describe('a heading or a byline', () => {
  it('with other words is one change, however unlike', () => {
    const source = (heading: string, name: string) => `# 农业\n#### ${heading}\n${RIVER}\n@ ${name}\n`;
    expect(told(source('一、回顾', '张三'), source('今年的安排', '李四'))).toEqual([
      'changed 小标题：[-一、回顾][+今年的安排]',
      'changed 署名：[-张三][+李四]',
    ]);
  });
});

describe('a byline of a 类目', () => {
  it('moves with the 分目 that it signs', () => {
    const signed = (source: string): Passage[] =>
      book(source).map((passage) => (passage.kind === 'byline' ? { ...passage, path: ['农业'] } : passage));
    const at = BOOK.indexOf('## 林业');
    const [water, woods] = [`${BOOK.slice(BOOK.indexOf('## 水利'), at)}@ 张三\n`, `${BOOK.slice(at)}@ 李四\n`];
    const changes = compareProofs({
      before: signed(`# 农业\n${water}${woods}`),
      after: signed(`# 农业\n${woods}${water}`),
    });
    expect(changes.map(said)).toEqual(['moved 分目：林业（农业，“水利”之后 → 农业，开头）']);
  });
});

describe('an article and its chapters', () => {
  const article = `
# 特载
## 政府工作　报告
### 一、去年的工作
${RIVER}
### 二、今年的任务
${WELLS}
${FEES}
## 人大工作报告
### 一、立法
${TREES}
`;

  it('are called so, and a chapter has a 小标题', () => {
    expect(told(article, article.replace('今年的任务', '今年的安排'))).toEqual([
      'changed 小标题：二、今年的[-任务][+安排]',
    ]);
    expect(told(article, article.replace('人大工作报告', '人大报告'))).toEqual(['changed 文章标题：人大[-工作]报告']);
    const chapter = `### 一、去年的工作\n${RIVER}\n`;
    expect(told(article, article.replace(chapter, '').replace('## 人大', `${chapter}## 人大`))).toEqual([
      'moved 章节：一、去年的工作（特载 / 政府工作　报告，开头 → 特载 / 政府工作　报告，“二、今年的任务”之后）',
    ]);
  });

  it('that are names and posts are no 条目 either', () => {
    const roster = '# 附录\n## 领导名录\n### 水利局\n- 局长：王五\n### 林业局\n- 局长：赵六\n';
    expect(told(roster, roster.replace('### 林业局', '### 林草局'))).toEqual(['changed 小标题：林[-业][+草]局']);
  });
});

it('a paragraph that became a heading has the same words: no change', () => {
  expect(told(`# 特载\n一、水利\n${RIVER}`, `# 特载\n#### 一、水利\n${RIVER}`)).toEqual([]);
});

describe('short passages that stand in many places', () => {
  it('are never taken for moves', () => {
    const list = (names: string[]) => names.map((name) => `- ${name}`).join('\n');
    const before = `# 名录\n## 甲\n${list(['主任：王五', '无'])}\n${RIVER}\n## 乙\n${list(['主任：赵六'])}\n${WELLS}`;
    const after = `# 名录\n## 甲\n${list(['主任：赵六'])}\n${RIVER}\n## 乙\n${list(['主任：王五', '无'])}\n${WELLS}`;
    expect(told(before, after).filter((line) => line.startsWith('moved'))).toEqual([]);
  });
});

describe('what is outside of this proof', () => {
  const wells = `### 机井\n${WELLS}\n`;
  const without = BOOK.replace(wells, '');
  const elsewhere = `# 城乡建设\n## 市政\n### 路灯\n更换路灯三百盏，全部采用节能灯具，夜间亮灯率有所提高。\n`;

  it('may hold an entry that has left it', () => {
    const changes = compareProofs({
      before: book(BOOK),
      after: book(without),
      elsewhere: { now: book(elsewhere + wells), earlier: book(elsewhere) },
    });
    expect(changes.map(said)).toEqual(['gone-elsewhere 条目：机井（农业 / 水利 / 机井 → 城乡建设 / 市政 / 机井）']);
    expect(changes[0]).toMatchObject({ address: '1a7', after: [] });
  });

  it('may have held an entry that has come from there, edited on the way', () => {
    const changes = compareProofs({
      before: book(without),
      after: book(BOOK),
      elsewhere: { now: book(elsewhere), earlier: book(elsewhere + wells.replace('六个村', '七个村')) },
    });
    expect(changes.map(said)).toEqual([
      'come-from 条目：机井（城乡建设 / 市政 / 机井 → 农业 / 水利 / 机井）',
      'changed 段落：新打机井十一眼，维修旧井四十眼，解决[-七][+六]个村的灌溉用水。',
    ]);
  });

  it('may hold or have held a whole 分目', () => {
    const [woods, rest] = [BOOK.slice(BOOK.indexOf('## 林业')), BOOK.slice(0, BOOK.indexOf('## 林业'))];
    const [here, there] = [book(BOOK), book(`${elsewhere}${woods}`)];
    const left = compareProofs({
      before: here,
      after: book(rest),
      elsewhere: { now: there, earlier: book(elsewhere) },
    });
    expect(left.map(said)).toEqual(['gone-elsewhere 分目：林业（农业 / 林业 → 城乡建设 / 林业）']);
    const came = compareProofs({
      before: book(rest),
      after: book(BOOK.replace('发现并扑灭', '扑灭')),
      elsewhere: { now: book(elsewhere), earlier: there },
    });
    expect(came.map(said)).toEqual([
      'come-from 分目：林业（城乡建设 / 林业 → 农业 / 林业）',
      'changed 段落：护林员每日巡山两次，防火期内[-发现并]扑灭火点三处。',
    ]);
  });

  it('shows what was taken out of an entry on its way into the proof at the line that follows', () => {
    const changes = compareProofs({
      before: book(without),
      after: book(BOOK),
      elsewhere: { now: book(elsewhere), earlier: book(`${elsewhere}${wells}${SEEDS}\n`) },
    });
    expect(changes.map(said).slice(1)).toEqual([`removed 段落：[-${SEEDS}]`]);
    expect(changes[1]?.address).toBe('1a11');
  });

  it('may hold or have held a paragraph', () => {
    const [short, long] = [
      BOOK,
      BOOK.replace(`${WELLS}\n`, `${WELLS}\n另外，城区敷设供水管线四公里，改造老旧阀门九十个。\n`),
    ];
    const street = `${elsewhere}城区敷设供水管线四公里，改造老旧阀门九十个。\n`;
    const there = { now: book(street), earlier: book(elsewhere) };
    expect(compareProofs({ before: book(long), after: book(short), elsewhere: there }).map(said)).toEqual([
      'gone-elsewhere 段落：[-另外，城区敷设供水管线四公里，改造老旧阀门九十个。]（农业 / 水利 / 机井 → 城乡建设 / 市政 / 路灯）',
    ]);
    const back = { now: there.earlier, earlier: there.now };
    expect(compareProofs({ before: book(short), after: book(long), elsewhere: back }).map(said)).toEqual([
      'come-from 段落：[+另外，]城区敷设供水管线四公里，…（城乡建设 / 市政 / 路灯 → 农业 / 水利 / 机井）',
    ]);
  });

  it('does not count where it stood there before as well: the same words in two places are not one that moved', () => {
    const both = book(elsewhere + wells);
    const changes = compareProofs({
      before: book(BOOK),
      after: book(without),
      elsewhere: { now: both, earlier: both },
    });
    expect(changes.map(said)).toEqual([`removed 条目：[-机井¶${WELLS}]`]);
  });
});

it('changes come in the order of the book, what is gone at the place where it stood, and always the same', () => {
  const after = edit(['八处', '九处'], [`### 机井\n${WELLS}\n`, ''], ['两次', '三次']).replace(
    '### 苗圃',
    '### 新建\n新建林业站一所，占地两亩，年内投入使用。\n### 苗圃',
  );
  const lines = told(BOOK, after);
  expect(lines.map((line) => line.slice(0, line.indexOf('：')))).toEqual([
    'changed 段落',
    'removed 条目',
    'changed 段落',
    'added 条目',
  ]);
  expect(told(BOOK, after)).toEqual(lines);
});
