/** 书名 in lines: a long one is parted where the name of a place ends, or where its editor says so. */

/** The longest title that stands in one line. */
const ONE_LINE = 10;
/** A title is turned over after the name of a place rather than in it. */
const END_OF_PLACE = /[省市州县区旗盟镇乡]/u;

/** A title in its lines: one, or two of which neither is much longer; an ideographic space says where to part it. */
export function titleLines(title: string): string[] {
  const phrases = title.split('\u3000').filter((phrase) => phrase !== '');
  if (phrases.length > 1) return phrases;
  const characters = [...title];
  if (characters.length <= ONE_LINE) return [title];
  const middle = characters.length / 2;
  const distance = (at: number): number =>
    Math.abs(at - middle) - (END_OF_PLACE.test(characters[at - 1] ?? '') ? 3 : 0);
  let best = Math.ceil(middle);
  for (let at = 2; at <= characters.length - 2; at += 1) if (distance(at) < distance(best)) best = at;
  return [characters.slice(0, best).join(''), characters.slice(best).join('')];
}

/** The title in running text, without the spaces that part its lines. */
export function plainTitle(title: string): string {
  return title.replaceAll('\u3000', '');
}
