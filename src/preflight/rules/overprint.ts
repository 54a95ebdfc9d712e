/** Overprint: black text lies on what is below, white never does (ISO 32000-1, 8.6.7). */
import { describeWithin } from '../content/mark.js';
import type { Check, Rule } from '../rule.js';
import { isPrinted, isPureBlack, paintedInks, totalOf } from './painted.js';

const knockout: Rule = {
  id: 'black-text-knockout',
  name: '黑字叠印',
  severity: 'warning',
  needs: 'content',
  remedy: '把 K100 的黑字设为叠印，免得套印不准时字边露白',
};
const white: Rule = {
  id: 'white-overprint',
  name: '白色不叠印',
  severity: 'error',
  needs: 'content',
  remedy: '取消白色对象的叠印；叠印的白字、白块印出来会消失',
};
const mode: Rule = {
  id: 'overprint-mode',
  name: '叠印方式',
  severity: 'warning',
  needs: 'content',
  remedy: '黑字用 DeviceCMYK 0 0 0 1，叠印方式设为 1（OPM 1），叠印才起作用',
};

export const overprint: Check = {
  rules: [knockout, white, mode],
  page(survey, _book, say) {
    const { page, marks } = survey;
    for (const mark of marks) {
      if (!isPrinted(mark, page)) continue;
      const place = { page, box: mark.box, via: describeWithin(mark.within), object: mark.within.object };
      for (const { colour, inks, how } of paintedInks(mark)) {
        const over = mark.overprint[how];
        const kind = colour.space.kind;
        if (over && totalOf(inks) < 0.001) {
          say(white, {
            ...place,
            what: `白色的${mark.kind === 'text' ? '文字' : mark.kind === 'image' ? '图形' : '线条或色块'}设了叠印`,
          });
        } else if (over && kind === 'ICCCMYK' && mark.overprint.mode === 1) {
          say(mode, { ...place, what: '带特性文件的 CMYK 设了叠印方式 1', severity: 'error' });
        } else if (mark.kind === 'text' && isPureBlack(inks)) {
          if (!over) say(knockout, { ...place, what: '黑字没有叠印' });
          else if (kind === 'DeviceCMYK' && mark.overprint.mode === 0) {
            say(mode, { ...place, what: '黑字设了叠印，但叠印方式是 0，实际不叠印' });
          } else if (kind === 'DeviceGray' || kind === 'CalGray' || kind === 'ICCGray') {
            say(mode, { ...place, what: '黑字是灰度色，设了叠印也不起作用' });
          }
        }
      }
    }
  },
};
