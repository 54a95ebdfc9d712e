/** Han without marks or numbers, to push what is tested to every place of a line. */
const WORDS = [
  '田野村庄连着远处山坡',
  '工人修桥铺路昼夜不停',
  '学校操场新栽槐树成荫',
  '河水绕过旧城流向平原',
  '档案馆整理地图和契约',
  '农户晾晒辣椒玉米花生',
  '车站广场灯光照亮街道',
  '医生下乡巡诊量血压忙',
].join('');

/** `count` characters; another `from` gives other words. */
export function han(count: number, from = 0): string {
  const start = (from * 7) % WORDS.length;
  return WORDS.repeat(2 + Math.ceil(count / WORDS.length)).slice(start, start + count);
}

/** `piece` three times in one paragraph, the first after `slide` characters. */
export function slid(piece: string, slide: number, from = 0): string {
  return `${han(slide, from)}${piece}${han(19, from + 1)}${piece}${han(16, from + 2)}${piece}${han(5 + (slide % 7), from + 3)}。`;
}

/** The head of a manuscript. */
export function front(...lines: string[]): string {
  return `---\n${lines.join('\n')}\n---\n\n`;
}
