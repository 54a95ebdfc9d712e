/** Personal names, as far as a text shows them: padded (李　强), parted by dots, or alone between marks. */
import { GLUED, raise, UNLOVED } from './cost.js';
import { forEachMatch } from './matches.js';
import { COMMON_SURNAMES, DOUBLE_SURNAMES } from './surnames.js';

/** Those of two characters first. A miss costs nothing but the care. */
const SURNAMES = `${DOUBLE_SURNAMES.join('|')}|[${COMMON_SURNAMES}]`;

/** A word of single characters parted by spaces, as the whole text (目　录) or as a padded name of two. */
const LETTERSPACED = /^[〇\u3400-\u9fff](?:[ \u3000]+[〇\u3400-\u9fff])+$/;
const PADDED = /(?<![〇\u3400-\u9fff])[〇\u3400-\u9fff]\u3000{1,2}[〇\u3400-\u9fff](?![〇\u3400-\u9fff])/g;
/** 买买提·艾力, 5·12, ℃·d */
const DOTTED = /(?<=.)[·・‧•](?=[〇\u3400-\u9fff0-9A-Za-zΑ-ωА-я])/g;
/** Two or three characters, beginning with a surname, alone between marks or spaces. */
const LISTED = new RegExp(
  `(?<=^|[、，。；：（〔 \u3000])(?:${SURNAMES})[\u3400-\u9fff]{1,2}(?=$|[、，。；（）〕 \u3000])`,
  'g',
);
/** A remark of one character leans on what it is said of: 李强（女）. */
const SHORT_REMARK = /(?<=.)[（(].[）)]/g;
/** A note number leans on the word before it. */
const NOTE_NUMBER = /(?<=.)[［[]\d{1,3}[\]］](?!\d)/g;

/** Raises the cost of dividing names and of parting short remarks from them. */
export function raiseNames(text: string, costs: Uint8Array): void {
  if (LETTERSPACED.test(text)) raise(costs, 1, text.length - 1, GLUED);
  forEachMatch(PADDED, text, ({ index, 0: name }) => raise(costs, index + 1, index + name.length - 1, GLUED));
  forEachMatch(DOTTED, text, ({ index }) => raise(costs, index + 1, index + 1, GLUED));
  forEachMatch(LISTED, text, ({ index, 0: name }) => raise(costs, index + 1, index + name.length - 1, UNLOVED));
  forEachMatch(SHORT_REMARK, text, ({ index }) => raise(costs, index, index, UNLOVED));
  forEachMatch(NOTE_NUMBER, text, ({ index }) => raise(costs, index, index, GLUED));
}
