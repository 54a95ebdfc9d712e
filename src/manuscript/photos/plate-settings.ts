/**
 * What an editor asks of a section of plates, in braces behind its title:
 *
 *     ## 城市风光 {每页=4 底色=浅}
 */
import type { Heading, Text } from 'mdast';
import type { PlateSettings, PlateTint } from '../../tree/nodes.js';
import { remedyForUnknown } from '../../volume/suggest.js';
import { placeOf, type Reading } from '../reading.js';
import { pointInText } from '../text/source-map.js';

/** The braces at the end of a heading, with the space before them. */
export const SETTINGS = /\s*\{([^{}]*)\}\s*$/u;
const KEYS = ['每页', '底色'];
const TINTS: readonly PlateTint[] = ['浅', '灰'];
/** The most photos a page may hold. */
export const MOST_ON_A_PAGE = 6;
const DIGITS = '一二三四五六';

/** The heading without its settings, and the settings; words that are no settings are errors. */
export function takePlateSettings(reading: Reading, heading: Heading): { heading: Heading; settings: PlateSettings } {
  const last = heading.children.at(-1);
  const found = last?.type === 'text' ? SETTINGS.exec(last.value) : null;
  if (!found || last?.type !== 'text') return { heading, settings: {} };
  const place = pointInText(reading, { ...last, position: placeOf(last) }, found.index + found[0].indexOf('{'));
  const settings: PlateSettings = {};
  const complain = (reason: string, remedy: string): void => reading.error('plates-setting', place, reason, remedy);
  for (const [, key = '', value = ''] of (found[1] ?? '').matchAll(/([^\s=＝]+)(?:\s*[=＝]\s*([^\s]*))?/gu)) {
    if (key === '每页') {
      const wanted = DIGITS.includes(value) && value !== '' ? DIGITS.indexOf(value) + 1 : Number(value);
      if (Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_ON_A_PAGE) settings.perPage = wanted;
      else complain(`栏目的“每页=${value}”不对`, `每页可以放1张到${MOST_ON_A_PAGE}张，例如 {每页=4}`);
    } else if (key === '底色') {
      const tint = TINTS.find((each) => each === value);
      if (tint) settings.tint = tint;
      else complain(`栏目的“底色=${value}”不认识`, remedyForUnknown(value, TINTS));
    } else complain(`栏目的花括号里不认识“${key}”`, remedyForUnknown(key, KEYS));
  }
  const kept: Text = { ...last, value: last.value.slice(0, found.index) };
  return { heading: { ...heading, children: [...heading.children.slice(0, -1), kept] }, settings };
}
