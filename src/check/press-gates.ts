/** What the press has to say about a book: colours without inks, and what it does not take. */
import type { Message, Severity } from '../tree/message.js';

interface Finding {
  kind: 'ink' | 'transparency' | 'flattened' | 'sampled' | 'type3' | 'space';
  what: string;
  /** From 0. */
  pages: number[];
  count: number;
}

interface Saying {
  rule: string;
  severity: Severity;
  reason: (what: string) => string;
  remedy: string;
}

const THEME = '这是主题样式的毛病，不是稿件的错；请把本信息交给维护者。';

const SAYINGS: Record<Finding['kind'], Saying> = {
  ink: {
    rule: 'press-ink-unlisted',
    severity: 'warning',
    reason: (what) => `颜色 ${what} 不在油墨表里，按印刷特性文件换算`,
    remedy: '在主题的 ink.css 里给它写上油墨，或者改用油墨表里的颜色',
  },
  transparency: {
    rule: 'press-transparency',
    severity: 'warning',
    reason: (what) => `有透明效果（${what}），各家印刷厂处理不一`,
    remedy: '去掉样式里的透明度、阴影、滤镜或混合模式',
  },
  flattened: {
    rule: 'press-transparent-picture',
    severity: 'warning',
    reason: (what) => `${what}带透明，已按白底压平`,
    remedy: '图片下面如果不是白纸，请改用不透明的图片',
  },
  sampled: {
    rule: 'press-gradient',
    severity: 'warning',
    reason: (what) => `${what}的颜色按特性文件逐点换算，只能近似`,
    remedy: '改用两三种油墨表里的颜色做线性渐变，或者改成平的淡色',
  },
  type3: {
    rule: 'press-type3',
    severity: 'error',
    reason: (what) => `有 Type 3 字体“${what}”，印刷厂不收`,
    remedy: THEME,
  },
  space: {
    rule: 'press-colour-space',
    severity: 'error',
    reason: (what) => `${what}不能换成油墨`,
    remedy: THEME,
  },
};

/** Messages for what was found. PDF/X-1a has no transparency at all, so there it is an error. */
export function pressMessages(findings: readonly Finding[], file: string, standard: '1a' | '4'): Message[] {
  return findings.map(({ kind, what, pages, count }) => {
    const { rule, severity, reason, remedy } = SAYINGS[kind];
    const times = count > pages.length ? `，共${count}处` : '';
    return {
      severity: kind === 'transparency' && standard === '1a' ? 'error' : severity,
      rule,
      file,
      reason: `${reason(what)}：PDF 第 ${pageList(pages)} 页${times}`,
      remedy,
    };
  });
}

/** The press file must say what the book says, page by page. */
export function pressTextMessages(screen: readonly string[], press: readonly string[], file: string): Message[] {
  const wrong = screen.flatMap((text, page) => (text === press[page] ? [] : [page]));
  if (wrong.length === 0 && screen.length === press.length) return [];
  return [
    {
      severity: 'error',
      rule: 'press-text',
      file,
      reason: `印刷文件的文字与 book.pdf 不同：PDF 第 ${pageList(wrong)} 页`,
      remedy: '这是排版程序的毛病，不是稿件的错；书没有输出。请把稿件连同本信息交给维护者。',
    },
  ];
}

/** Runs longer than this are cut: nobody reads two hundred numbers. */
const MOST_PAGES = 12;

/** `3、5—8`, counted from 1. */
function pageList(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  const words = runs.map(([first, last]) => (first === last ? `${first + 1}` : `${first + 1}—${last + 1}`));
  return words.length > MOST_PAGES ? `${words.slice(0, MOST_PAGES).join('、')}等` : words.join('、');
}
