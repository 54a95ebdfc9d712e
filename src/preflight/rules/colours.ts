/** Colours that do not name inks: RGB, Lab, calibrated and profiled spaces, spot inks, in every stream (8.6). */
import { type Colour, describeColour, familyOf, kindName, type Space, spotsOf } from '../content/colour.js';
import { describeWithin, type ImageMark, type Mark } from '../content/mark.js';
import type { Page } from '../file/pages.js';
import type { Book, Check, Rule, Say } from '../rule.js';

const CONVERT = '在排版软件里把颜色改成 CMYK，黑色只用 K100，再重新导出';

const rgb = (part: string, name: string, remedy: string): Rule => ({
  id: `rgb-${part}`,
  name: `没有 RGB ${name}`,
  severity: 'error',
  needs: 'content',
  remedy,
});
const rgbText = rgb('text', '文字', CONVERT);
const rgbPath = rgb('vector', '线条和色块', CONVERT);
const rgbImage = rgb('image', '图片', '把图片按印厂的特性文件转成 CMYK 再排进去');
const rgbShading = rgb('shading', '渐变', '把渐变的各个色标改成 CMYK');
const rgbUnused: Rule = {
  id: 'rgb-unused',
  name: '没有多余的 RGB 设色',
  severity: 'warning',
  needs: 'content',
  remedy: '页面里设了 RGB 颜色却没有用它画东西；重新导出可以去掉',
};
const lab: Rule = {
  id: 'lab-colour',
  name: '没有 Lab 颜色',
  severity: 'error',
  needs: 'content',
  remedy: '把 Lab 颜色改成 CMYK 或专色',
};
const profiled: Rule = {
  id: 'profiled-colour',
  name: '颜色不带特性文件',
  severity: 'error',
  needs: 'content',
  remedy: '导出时选“保留 CMYK 数值”，不要给对象附特性文件；不然印厂转换后单黑会变成四色',
};
const spot: Rule = {
  id: 'spot-colour',
  name: '专色',
  severity: 'warning',
  needs: 'content',
  remedy: '四色书请把专色改成 CMYK；真要印专色的，先和印厂说定专色版',
};
const registration: Rule = {
  id: 'registration-colour',
  name: '套版色',
  severity: 'error',
  needs: 'content',
  remedy: '套版色（All）只能用在裁切标记上；版面里的改用 K100',
};
const unknown: Rule = {
  id: 'colour-unknown',
  name: '色彩空间可识别',
  severity: 'error',
  needs: 'content',
  remedy: '文件里有读不懂的色彩空间，请重新导出',
};

export const colours: Check = {
  rules: [rgbText, rgbPath, rgbImage, rgbShading, rgbUnused, lab, profiled, spot, registration, unknown],
  page({ page, marks, rgbOperators }, book, say) {
    let painted = false;
    for (const mark of marks) {
      if (mark.kind === 'image' && !mark.space && !mark.stencil) judgeHidden(mark, page, say);
      for (const { space, colour } of spacesOf(mark)) {
        if (familyOf(space) === 'rgb') painted = true;
        judge(mark, space, colour, page, book, say);
      }
    }
    if (!painted && rgbOperators > 0) say(rgbUnused, { what: '设了 RGB 颜色但没有用', page });
  },
};

/** Every space a mark is painted in; images without one (JPEG 2000, masks) tell nothing here. */
function spacesOf(mark: Mark): { space: Space; colour?: Colour }[] {
  switch (mark.kind) {
    case 'image':
      return mark.stencil
        ? [{ space: mark.stencil.space, colour: mark.stencil }]
        : mark.space
          ? [{ space: mark.space }]
          : [];
    case 'shading':
      return [{ space: mark.space }];
    default:
      return [mark.fill, mark.stroke]
        .filter((colour) => colour !== undefined)
        .map((colour) => ({ space: colour.space, colour }));
  }
}

/** JPEG 2000 may keep its colour space to itself; any other picture must name one. */
function judgeHidden(mark: ImageMark, page: Page, say: Say): void {
  const place = { page, box: mark.box, object: mark.object };
  if (mark.filters.includes('JPXDecode')) {
    say(unknown, { ...place, what: '图片的色彩空间只写在 JPEG 2000 数据里，没有检查', severity: 'warning' });
  } else say(unknown, { ...place, what: '图片没有写明色彩空间' });
}

const RGB_RULES: Record<Mark['kind'], Rule> = { text: rgbText, path: rgbPath, image: rgbImage, shading: rgbShading };

function judge(mark: Mark, space: Space, colour: Colour | undefined, page: Page, book: Book, say: Say): void {
  const via = describeWithin(mark.within);
  const place = { page, box: mark.box, via, object: objectOf(mark) };
  // A pattern's own colours are marks of their own.
  const family = familyOf(space);
  const what = colour && !space.indexed ? describeColour(colour) : kindName(space);
  if (family === 'rgb')
    say(mark.kind === 'image' && mark.stencil ? rgbPath : RGB_RULES[mark.kind], {
      ...place,
      what: `${SUBJECTS[mark.kind]}是 ${what}`,
    });
  if (family === 'lab') say(lab, { ...place, what: `${SUBJECTS[mark.kind]}是 ${what}` });
  if (family === 'unknown') say(unknown, { ...place, what: `${SUBJECTS[mark.kind]}的色彩空间读不懂` });
  if (space.kind === 'ICCCMYK' || space.kind === 'ICCGray' || space.kind === 'CalGray') {
    say(profiled, {
      ...place,
      what: `${SUBJECTS[mark.kind]}是${kindName(space)}`,
      severity: book.standard === '1a' ? 'error' : 'warning',
    });
  }
  for (const name of spotsOf(space)) say(spot, { ...place, what: `用了专色“${name}”` });
  if (space.base && (space.kind === 'Separation' || space.kind === 'DeviceN')) {
    if (familyOf(space.base) === 'rgb')
      say(RGB_RULES[mark.kind], { ...place, what: `${kindName(space)}的替代色是 RGB` });
    if (familyOf(space.base) === 'lab' && book.standard === '1a')
      say(lab, { ...place, what: `${kindName(space)}的替代色是 Lab` });
  }
  if (space.names?.includes('All') && touchesTrim(mark, page))
    say(registration, { ...place, what: `${SUBJECTS[mark.kind]}用了套版色` });
}

const SUBJECTS: Record<Mark['kind'], string> = { text: '文字', path: '线条或色块', image: '图片', shading: '渐变' };

function objectOf(mark: Mark): number | undefined {
  return mark.kind === 'image' || mark.kind === 'shading' ? (mark.object ?? mark.within.object) : mark.within.object;
}

function touchesTrim({ box }: Mark, { trim }: Page): boolean {
  return !trim || (box[0] < trim[2] && box[2] > trim[0] && box[1] < trim[3] && box[3] > trim[1]);
}
