import { describe, expect, it } from 'vitest';
import type { Heading } from '../../src/subject-index/model.js';
import { arrangeHeadings, type OrderSettings } from '../../src/subject-index/order/arrange.js';
import { compareFilings, filing } from '../../src/subject-index/order/filing.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import { heading, randomFrom, reading, shuffled } from './order-terms.js';

const WHOLE: OrderSettings = { ...INDEX_DEFAULTS, order: '整词字母' };
const MARKS_FIRST: OrderSettings = { ...INDEX_DEFAULTS, marks: '在前' };
const MIXED: OrderSettings = { ...INDEX_DEFAULTS, others: '混排' };

function arranged(lines: readonly string[], settings: OrderSettings): string[] {
  return arrangeHeadings(lines.map(heading), settings).flatMap(({ headings }) => headings.map(({ term }) => term));
}

/** Terms that are given in their order must come out in it, however they were mixed. */
function expectOrder(settings: OrderSettings, ...lines: string[]): void {
  const wanted = lines.map((line) => heading(line).term);
  for (const seed of [1, 2, 3]) expect(arranged(shuffled(lines, seed), settings)).toEqual(wanted);
  expect(arranged(lines.toReversed(), settings)).toEqual(wanted);
}

/** The letters of the groups with what stands in each: `# 5G · N 农业`. */
function grouped(settings: OrderSettings, ...lines: string[]): string {
  return arrangeHeadings(lines.map(heading), settings)
    .map(({ letter, headings }) => [letter, ...headings.map(({ term }) => term)].join(' '))
    .join(' · ');
}

function letter(line: string, settings: OrderSettings = INDEX_DEFAULTS): string {
  const { term, reading: own } = heading(line);
  return filing(term, own, settings).letter;
}

describe('the letter of a term', () => {
  it('is the first of its reading', () => {
    expect(letter('重庆路 chong2 qing4 lu4')).toBe('C');
    expect(letter('重要 zhong4 yao4')).toBe('Z');
    expect(letter('安 an1')).toBe('A');
    expect(letter('女工 nü3 gong1')).toBe('N');
  });

  it('passes over marks and spaces at the head', () => {
    expect(letter('《质量强区》 zhi4 liang4 qiang2 qu1')).toBe('Z');
    expect(letter('“双减” shuang1 jian3')).toBe('S');
    expect(letter('【（农业 nong2 ye4')).toBe('N');
    expect(letter('\u3000农业 nong2 ye4')).toBe('N');
  });

  it('is # for digits, Latin letters, other scripts and what has no reading', () => {
    for (const line of ['5G基站 ji1 zhan4', 'PPP', 'α粒子 li4 zi3', 'Ａ股 gu3', '①号 hao4', '㐂 -', '—', '“”', ''])
      expect(letter(line)).toBe('#');
  });

  it('is that of the Latin letter or of the reading of the digit where these stand among the letters', () => {
    expect(letter('GDP', MIXED)).toBe('G');
    expect(letter('Ａ股 gu3', MIXED)).toBe('A');
    expect(letter('5G基站 ji1 zhan4', MIXED)).toBe('W');
    expect(letter('“12345”热线 re4 xian4', MIXED)).toBe('Y');
    expect(letter('2021年 nian2', MIXED)).toBe('E');
    expect(letter('0.5级 ji2', MIXED)).toBe('L');
    expect(letter('α粒子 li4 zi3', MIXED)).toBe('#');
  });
});

describe('字字对照', () => {
  it('goes by the letters of each character, one after the other', () => {
    expectOrder(INDEX_DEFAULTS, '安定 an1 ding4', '安居 an1 ju1', '财政 cai2 zheng4', '政协 zheng4 xie2');
    // Not letter by letter through the whole term.
    expectOrder(INDEX_DEFAULTS, '西岸 xi1 an4', '戏曲 xi4 qu3', '先进 xian1 jin4');
  });

  it('goes by the tone where the letters are equal, the neutral tone last', () => {
    expectOrder(INDEX_DEFAULTS, '妈祖 ma1 zu3', '麻雀 ma2 que4', '马场 ma3 chang3', '骂名 ma4 ming2', '吗 ma5');
    expectOrder(INDEX_DEFAULTS, '儿字 er2 zi4', '儿子 er2 zi5');
  });

  it('parts characters of one sound by strokes before it looks at the second', () => {
    expectOrder(
      INDEX_DEFAULTS,
      '工资 gong1 zi1',
      '弓箭 gong1 jian4',
      '公安 gong1 an1',
      '公路 gong1 lu4',
      '功臣 gong1 chen2',
      '攻坚 gong1 jian1',
      '供电 gong1 dian4',
      '宫灯 gong1 deng1',
      '恭贺 gong1 he4',
      '躬耕 gong1 geng1',
    );
  });

  it('parts characters of one sound inside a term by strokes as well', () => {
    expectOrder(INDEX_DEFAULTS, '农工 nong2 gong1', '农工委 nong2 gong1 wei3', '农公 nong2 gong1');
  });

  it('takes ü as u of second rank: lu, lü, luan, lüe, lun, luo', () => {
    const rows = ['路 lu4', '旅 lü3', '乱 luan4', '略 lüe4', '轮 lun2', '罗 luo2'];
    expectOrder(INDEX_DEFAULTS, ...rows);
    expectOrder(WHOLE, ...rows);
    const others = ['怒 nu4', '女 nü3', '暖 nuan3', '虐 nüe4', '诺 nuo4'];
    expectOrder(INDEX_DEFAULTS, ...others);
    expectOrder(WHOLE, ...others);
    // Some keyboards give v.
    expectOrder(INDEX_DEFAULTS, '路 lu4', '旅 lv3', '绿 lü4', '乱 luan4');
  });

  it('puts a term before those that begin with it', () => {
    expectOrder(INDEX_DEFAULTS, '农业 nong2 ye4', '农业保险 nong2 ye4 bao3 xian3', '农业机械 nong2 ye4 ji1 xie4');
  });

  it('tells one character of two readings apart by the readings', () => {
    expectOrder(INDEX_DEFAULTS, '长城 chang2 cheng2', '重庆 chong2 qing4', '长者 zhang3 zhe3', '重点 zhong4 dian3');
  });

  it('serves names of persons: surname first, two characters of a surname as two, no dot', () => {
    expectOrder(
      INDEX_DEFAULTS,
      '阿不都·热合曼 a1 bu4 du1 re4 he2 man4',
      '单雄信 shan4 xiong2 xin4',
      '司马光 si1 ma3 guang1',
      '司马相如 si1 ma3 xiang4 ru2',
      '尉迟恭 yu4 chi2 gong1',
      '曾巩 zeng1 gong3',
    );
  });
});

describe('整词字母', () => {
  it('goes by the letters of the whole term', () => {
    expectOrder(
      WHOLE,
      '公安 gong1 an1',
      '工厂 gong1 chang3',
      '供电 gong1 dian4',
      '工会 gong1 hui4',
      '公路 gong1 lu4',
      '工业 gong1 ye4',
    );
    expectOrder(WHOLE, '西岸 xi1 an4', '先进 xian1 jin4', '西安市 xi1 an1 shi4', '戏曲 xi4 qu3');
  });

  it('then by the ends of the syllables, the tones and the strokes', () => {
    expectOrder(WHOLE, '先 xian1', '县 xian4', '西安 xi1 an1');
    expectOrder(WHOLE, '实施 shi2 shi1', '时势 shi2 shi4', '实事 shi2 shi4', '史诗 shi3 shi1', '试试 shi4 shi5');
    expectOrder(WHOLE, '工时 gong1 shi2', '公时 gong1 shi2');
  });

  it('puts numbers and Latin letters before A, or spells them among the letters', () => {
    expectOrder(WHOLE, '5号 hao4', '5.5级 ji2', 'A股 gu3', 'AI', 'α粒子 li4 zi3', '㐂 -', '阿坝 a1 ba4');
    expectOrder(
      { ...WHOLE, others: '混排' },
      '阿坝 a1 ba4',
      'GDP',
      '工会 gong1 hui4',
      '乌鲁木齐 wu1 lu3 mu4 qi2',
      '武术 wu3 shu4',
    );
  });
});

describe('numbers and Latin letters', () => {
  it('stand before A: numbers by value, then Latin letters, then other scripts', () => {
    expectOrder(
      INDEX_DEFAULTS,
      '0.5级 ji2',
      '①号线 hao4 xian4',
      'Ⅱ期 qi1',
      '3.15晚会 wan3 hui4',
      '５Ｇ基站 ji1 zhan4',
      '12号 hao4',
      '100',
      '100%覆盖 fu4 gai4',
      '1,200户 hu4',
      '2021年 nian2',
      '“12345”热线 re4 xian4',
      '12345678901234567890号 hao4',
      'AI',
      'A股 gu3',
      'Ｂ级 ji2',
      'GDP',
      'ppp项目 xiang4 mu4',
      'α粒子 li4 zi3',
      '爱国 ai4 guo2',
    );
  });

  it('leave Chinese numerals to their sound', () => {
    expectOrder(INDEX_DEFAULTS, '8月 yue4', '八月 ba1 yue4', '二〇二一 er4 ling2 er4 yi1', '一月 yi1 yue4');
  });

  it('stand before Han characters inside a term', () => {
    expectOrder(
      INDEX_DEFAULTS,
      '新冠 xin1 guan1',
      '新冠19 xin1 guan1',
      '新冠（COVID-19） xin1 guan1',
      '新冠防治 xin1 guan1 fang2 zhi4',
    );
  });

  it('stand among the letters: by Latin letter and by the reading of the first digit, before Han at equality', () => {
    expectOrder(
      MIXED,
      'α粒子 li4 zi3',
      'A股 gu3',
      '阿坝 a1 ba4',
      'AI',
      '爱国 ai4 guo2',
      '二手 er4 shou3',
      'GDP',
      '歌舞 ge1 wu3',
      'GONG',
      '工会 gong1 hui4',
      'PPP',
      '5G',
      '53号 hao4',
      '乌鲁木齐 wu1 lu3 mu4 qi2',
      '12345热线 re4 xian4',
      '一月 yi1 yue4',
    );
  });

  it('does not tell capitals and widths apart', () => {
    const none = reading('GDP', '');
    const same = (a: string, b: string): number =>
      compareFilings(filing(a, none, INDEX_DEFAULTS), filing(b, none, INDEX_DEFAULTS));
    expect(same('gdp', 'GDP')).toBe(0);
    expect(same('ＧＤＰ', 'GDP')).toBe(0);
    expect(same('Café', 'cafe')).toBe(0);
    expect(same('1,200', '1200.0')).toBe(0);
    expect(same('①', '1')).toBe(0);
  });
});

describe('marks and spaces', () => {
  it('do not count; the plain term stands first where nothing else differs', () => {
    expectOrder(
      INDEX_DEFAULTS,
      '农业 nong2 ye4',
      '《农业》 nong2 ye4',
      '农业·保险 nong2 ye4 bao3 xian3',
      '农业法 nong2 ye4 fa3',
    );
    expectOrder(INDEX_DEFAULTS, '安全 an1 quan2', '“安全”年 an1 quan2 nian2', '安全生产 an1 quan2 sheng1 chan3');
  });

  it('put their terms before everything where the volume wants it', () => {
    expect(
      grouped(
        MARKS_FIRST,
        '农业 nong2 ye4',
        '5G',
        '《质量》 zhi4 liang4',
        '“双减” shuang1 jian3',
        '“12345”热线 re4 xian4',
      ),
    ).toBe('# “12345”热线 “双减” 《质量》 5G · N 农业');
    // A mark inside counts for nothing.
    expect(grouped(MARKS_FIRST, '“双减” shuang1 jian3', '农业（林业） nong2 ye4 lin2 ye4')).toBe(
      '# “双减” · N 农业（林业）',
    );
  });
});

describe('arrangeHeadings', () => {
  it('groups by letter, and what stands before A in one group', () => {
    expect(grouped(INDEX_DEFAULTS, '农业 nong2 ye4', 'GDP', '财政 cai2 zheng4', '5G', '㐂 -', '采暖 cai3 nuan3')).toBe(
      '# 5G GDP 㐂 · C 财政 采暖 · N 农业',
    );
    expect(grouped(MIXED, '农业 nong2 ye4', 'GDP', '5G', '工会 gong1 hui4')).toBe('G GDP 工会 · N 农业 · W 5G');
    expect(arrangeHeadings([], INDEX_DEFAULTS)).toEqual([]);
  });

  it('sorts sub-headings as headings and leaves what it was given alone', () => {
    const parent: Heading = {
      ...heading('农业 nong2 ye4'),
      subheadings: ['种子 zhong3 zi5', '5G', '保险 bao3 xian3'].map(heading),
    };
    const [group] = arrangeHeadings([parent], INDEX_DEFAULTS);
    expect(group?.headings[0]?.subheadings.map(({ term }) => term)).toEqual(['5G', '保险', '种子']);
    expect(parent.subheadings.map(({ term }) => term)).toEqual(['种子', '5G', '保险']);
  });

  it('has each letter once, # first, for every choice of settings', () => {
    for (const settings of allSettings()) {
      const letters = arrangeHeadings(randomHeadings(400, 7), settings).map((group) => group.letter);
      expect(letters).toEqual([...new Set(letters)].sort());
      for (const each of letters) expect(each).toMatch(/^[A-Z#]$/);
    }
  });

  it('gives one order for any order of what comes in', () => {
    const headings = randomHeadings(300, 8);
    for (const settings of allSettings()) {
      const wanted = arrangeHeadings(headings, settings);
      for (const seed of [1, 2, 3]) expect(arrangeHeadings(shuffled(headings, seed), settings)).toEqual(wanted);
    }
  });

  it('is a total order: any three terms agree', () => {
    const headings = randomHeadings(45, 9);
    for (const settings of allSettings()) {
      const filed = headings.map(({ term, reading: own }) => filing(term, own, settings));
      for (const a of filed)
        for (const b of filed) {
          const forth = Math.sign(compareFilings(a, b));
          expect(forth + Math.sign(compareFilings(b, a))).toBe(0);
          if (forth > 0) continue;
          for (const c of filed)
            if (compareFilings(b, c) <= 0 && compareFilings(a, c) > 0) expect.fail(`${a.units} ${b.units} ${c.units}`);
        }
    }
  });

  it('sorts 20,000 terms in less than a second', () => {
    const headings = randomHeadings(20_000, 10);
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      arrangeHeadings(headings, INDEX_DEFAULTS);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});

function allSettings(): OrderSettings[] {
  return (['字字对照', '整词字母'] as const).flatMap((order) =>
    (['不计', '在前'] as const).flatMap((marks) =>
      (['在前', '混排'] as const).map((others) => ({ order, marks, others })),
    ),
  );
}

/** Terms of few sounds and many marks, digits and letters, so that every rule of the order is needed. */
function randomHeadings(count: number, seed: number): Heading[] {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const han = [
    '工 gong1',
    '公 gong1',
    '供 gong4',
    '女 nü3',
    '怒 nu4',
    '先 xian1',
    '西 xi1',
    '安 an1',
    '子 zi5',
    '㐂 -',
  ];
  const plain = ['5', '12', 'Ａ', 'G', 'gong', 'α', '“', '”', '《', ' ', '·', '①', '1,200', '0.5', 'é'];
  const seen = new Set<string>();
  const found: Heading[] = [];
  while (found.length < count) {
    let term = '';
    const spelt: string[] = [];
    for (let length = 1 + Math.floor(random() * 6); length > 0; length -= 1) {
      if (random() < 0.4) term += pick(plain);
      else {
        const [character, syllable] = pick(han).split(' ') as [string, string];
        term += character;
        spelt.push(syllable);
      }
    }
    if (seen.has(term)) continue;
    seen.add(term);
    found.push({
      term,
      reading: reading(term, spelt.join(' ')),
      occurrences: [],
      see: [],
      seeAlso: [],
      subheadings: [],
    });
  }
  return found;
}
