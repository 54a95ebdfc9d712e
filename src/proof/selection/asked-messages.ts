/** What to say to words that name nothing, or more than one thing. */
import type { Message } from '../../tree/message.js';
import type { Volume } from '../../tree/nodes.js';
import { nearestFew } from '../../volume/suggest.js';
import { contributorsOf } from './contributors.js';
import { nameKey } from './name-key.js';
import type { Target } from './targets.js';

const MOST_CANDIDATES = 8;
const MOST_GUESSES = 5;
/** What the tool makes of the whole book. */
const OF_THE_BOOK = /^(?:目录|索引|人名索引|主题索引|扉页|版权页?)$/u;

/** @param matches what goes by these words: nothing, or several */
export function askedMessage(
  volume: Volume,
  words: string,
  matches: readonly Target[],
  known: readonly Target[],
): Message {
  const message = { severity: 'error', file: volume.folder } as const;
  if (matches.length > 0) {
    const reason = `“${words}”不止一处：${listOf(matches)}`;
    return { ...message, rule: 'proof-ambiguous', reason, remedy: '写全是哪一处，照上面的写法' };
  }
  if (OF_THE_BOOK.test(words.trim())) {
    const reason = `“${words}”是从全书做出来的，不单出校样`;
    return { ...message, rule: 'proof-of-the-book', reason, remedy: '用 nianjian build 排全书，在 book.pdf 上看' };
  }
  const guesses = guess(words, [...known, ...contributorsOf(volume)]);
  const reason = `这一卷里没有“${words}”`;
  if (guesses.length > 0) return { ...message, rule: 'proof-unknown', reason, remedy: `是不是${listOf(guesses)}` };
  const titles = volume.children.map(({ title }) => title).join('、');
  const remedy = `可以写类目、分目（类目/分目）、稿件、条目（类目/分目/条目）或供稿单位；类目有：${titles}`;
  return { ...message, rule: 'proof-unknown', reason, remedy };
}

/** The nearest by any of their names, before all by names of as many steps: 畜牧 means 畜牧业 and nothing below it. */
function guess(words: string, targets: readonly Target[]): Target[] {
  const key = nameKey(words);
  const keys = [...new Set(targets.flatMap((target) => target.keys))];
  const alike = nearestFew(
    key,
    keys.filter((each) => stepsOf(each) === stepsOf(key)),
    MOST_GUESSES,
  );
  const near = alike.length > 0 ? alike : nearestFew(key, keys, MOST_GUESSES);
  const found = near.flatMap((each) => targets.filter((target) => target.keys.includes(each)));
  return [...new Set(found)].slice(0, MOST_GUESSES);
}

function stepsOf(key: string): number {
  return key.split('/').length;
}

function listOf(targets: readonly Target[]): string {
  const named = targets.slice(0, MOST_CANDIDATES).map(({ kind, name }) => `${name}（${kind}）`);
  const rest = targets.length > named.length ? `等${targets.length}处` : '';
  return `${named.join('、')}${rest}`;
}
