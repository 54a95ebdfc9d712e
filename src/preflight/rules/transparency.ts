/**
 * Live transparency (ISO 32000-1, 11). PDF/X-1a forbids it; PDF/X-4 allows it, but it is flattened by whatever RIP
 * the press has, and so it is an error of the house: our styles have none.
 */
import { describeWithin, inSoftMask, type Mark } from '../content/mark.js';
import { isName } from '../file/pages.js';
import type { Check, Rule } from '../rule.js';

const live: Rule = {
  id: 'transparency-live',
  name: '没有透明',
  severity: 'error',
  needs: 'content',
  remedy: '去掉透明、阴影、羽化和混合模式，或在导出前拼合透明',
};
const group: Rule = {
  id: 'transparency-group',
  name: '没有透明组',
  severity: 'warning',
  needs: 'content',
  remedy: '页面标成了透明组，却没有用到透明；重新导出可以去掉',
};

export const transparency: Check = {
  rules: [live, group],
  page({ page, marks, groups }, { archive, standard }, say) {
    const severity = standard === '1a' ? 'error' : 'warning';
    const own = archive.dict(page.dict.get('Group'));
    if (isName(archive.resolve(own.get('S')), 'Transparency')) say(group, { what: '整页是透明组', page, severity });
    for (const object of groups) say(group, { what: '嵌套图形是透明组', page, object, severity });
    for (const mark of marks) {
      if (inSoftMask(mark)) continue;
      for (const what of transparent(mark)) {
        const object = mark.kind === 'image' ? (mark.object ?? mark.within.object) : mark.within.object;
        say(live, { what, page, box: mark.box, object, via: describeWithin(mark.within) });
      }
    }
  },
};

function transparent(mark: Mark): string[] {
  const { alpha, strokeAlpha, blend, softMask } = mark.transparency;
  const found: string[] = [];
  const painted = mark.kind === 'text' || mark.kind === 'path' ? mark : undefined;
  const parts = [...(painted && !painted.fill ? [] : [alpha]), ...(painted?.stroke ? [strokeAlpha] : [])].filter(
    (part) => part < 0.9999,
  );
  for (const part of parts) found.push(`不透明度 ${Math.round(part * 100)}%`);
  if (blend !== 'Normal') found.push(`混合模式 ${blend}`);
  if (softMask) found.push('软蒙版');
  if (mark.kind === 'image' && mark.ownMask) found.push('图片带透明蒙版');
  return [...new Set(found)];
}
