/**
 * Titles and heads broken by sense: what belongs together is marked to be kept on one line (`data-keep`), from the
 * phrases that the author parted with ideographic spaces down to the words, one inside the other.
 *
 *     弘扬建党精神　谱写崭新篇章      →  [弘扬建党精神]　[谱写崭新篇章]
 *     创新社会治理，保持和谐稳定      →  [创新社会治理，][保持和谐稳定]
 *     农田水利工程建设与管理办法      →  [农田][水利工程][建设][与管理][办法]
 */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { classOf, OPENING } from '../compose/marks.js';

/** A run of so many characters is never turned over, so its words are not looked for. */
const SHORT = 8;

/** A title in its phrases, clauses and words. */
export function renderBySense(title: string): ElementContent[] {
  const phrases = title.split('\u3000');
  return phrases.flatMap((phrase, i): ElementContent[] => [
    ...(i > 0 ? [{ type: 'text' as const, value: '\u3000' }] : []),
    h(
      'span',
      phrases.length > 1 ? { className: ['phrase'], dataKeep: '' } : { className: ['phrase'] },
      clauses(phrase),
    ),
  ]);
}

/** Clauses end with their mark. */
const CLAUSE_END = /(?<=[，；：。！？])(?![”’）》」』])/u;

function clauses(phrase: string): ElementContent[] {
  const parts = phrase.split(CLAUSE_END);
  if (parts.length === 1) return keptWords(phrase);
  return parts.map((part) => h('span', { dataKeep: '' }, keptWords(part)));
}

/** The words of a clause that may be turned over, each kept on one line. */
export function keptWords(clause: string): ElementContent[] {
  if ([...clause].length <= SHORT) return [{ type: 'text', value: clause }];
  return wordsOf(clause).map((word) =>
    [...word].length > 1 ? h('span', { dataKeep: '' }, word) : { type: 'text', value: word },
  );
}

/** Single characters that go with the word before them … */
const ENDINGS = new Set(
  '人的地得了着过们者性化率量员会部厅局院委办处科室站所队区县市省州盟旗镇乡村街路年月日号次届章节条项款名个位家所'.match(
    /./gu,
  ),
);
/** … and those that always begin a run. */
const BEGINNINGS = new Set('第与和及或在把被对向从为以将让使到于至并'.match(/./gu));

/** What stands in marks is one word where it is short. */
const IN_MARKS = /(“[^”]{1,8}”|‘[^’]{1,8}’|《[^》]{1,10}》|（[^）]{1,8}）)/u;

/** The words of a clause; a single character is no word by itself, it goes with its neighbour. */
export function wordsOf(clause: string): string[] {
  const found: string[] = [];
  let carried = '';
  for (const { segment, isWordLike } of segmentsOf(clause)) {
    const single = [...segment].length === 1;
    const last = found.length - 1;
    const afterWord = /[\p{L}\p{N}]$/u.test(found[last] ?? '');
    const ends = isWordLike ? single && afterWord && ENDINGS.has(segment) : classOf(segment.charCodeAt(0)) !== OPENING;
    if (carried === '' && last >= 0 && ends) {
      found[last] += segment;
      continue;
    }
    const word = carried + segment;
    carried = '';
    // A number, an opening mark and a single character wait for what follows.
    const waits = !isWordLike || BEGINNINGS.has(segment) || (single && word === segment) || /\d$/u.test(word);
    if (waits) carried = word;
    else found.push(word);
  }
  if (carried !== '') {
    if ([...carried].length === 1 && found.length > 0) found[found.length - 1] += carried;
    else found.push(carried);
  }
  return found;
}

function segmentsOf(clause: string): { segment: string; isWordLike: boolean }[] {
  return clause
    .split(IN_MARKS)
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (IN_MARKS.test(part)) return [{ segment: part, isWordLike: true }];
      return [...SEGMENTER.segment(part)].map(({ segment, isWordLike = false }) => ({ segment, isWordLike }));
    });
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
