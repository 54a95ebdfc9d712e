/**
 * Style sheets for print: nothing in them may let the page be seen through. One shadow or blend mode makes Chromium write
 * whole pages as transparency, which PDF/X-1a forbids and every platemaker flattens in its own way.
 *
 *     .tab { opacity: .5 }          →   tab.css:1:8  opacity 使颜色透明
 *     .tab { color: #8c1c1380 }     →   tab.css:1:8  颜色带透明度
 */
import type { Message } from '../tree/message.js';

/** Properties that make a group of what they stand at, and the values with which they do nothing. */
const FORBIDDEN: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    opacity: /^(1|1\.0+|100%)$/u,
    'box-shadow': /^none$/u,
    'text-shadow': /^none$/u,
    filter: /^none$/u,
    'backdrop-filter': /^none$/u,
    'mix-blend-mode': /^normal$/u,
    'background-blend-mode': /^normal$/u,
    mask: /^none$/u,
    'mask-image': /^none$/u,
    '-webkit-mask': /^none$/u,
    '-webkit-mask-image': /^none$/u,
  }),
);

/** `#rgba` and `#rrggbbaa`; four parts or a slash in a colour function; and colours mixed with nothing. */
const ALPHA =
  /#(?:[\da-f]{8}|[\da-f]{4})\b|\b(?:rgba|hsla)\(|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)\([^()]*\/[^()]*\)|\b(?:rgb|hsl)\((?:[^(),]*,){3}[^()]*\)|\bcolor-mix\([^;]*\btransparent\b|\bgradient\([^;]*\btransparent\b/iu;

/** What of a style sheet the press does not take; `file` is its name in messages. */
export function checkStyleSheet(file: string, css: string): Message[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replace(/[^\n]/gu, ' '));
  const messages: Message[] = [];
  for (const found of plain.matchAll(/(?<=[{;]\s*)(-{0,2}[a-z][a-z-]*)\s*:\s*([^;{}]+)/giu)) {
    const [, property = '', value = ''] = found;
    const reason = faultOf(property.toLowerCase(), value.replace(/!important/u, '').trim());
    if (!reason) continue;
    const before = plain.slice(0, found.index).split('\n');
    messages.push({
      severity: 'error',
      rule: 'style-transparency',
      file,
      line: before.length,
      column: (before.at(-1) as string).length + 1,
      reason,
      remedy: '改用不透明的颜色：浅色写成油墨的淡色（ink.css），阴影改成线框',
    });
  }
  return messages;
}

function faultOf(property: string, value: string): string | undefined {
  const harmless = FORBIDDEN.get(property);
  if (harmless && !harmless.test(value)) return `样式“${property}: ${value}”使页面透明，印刷文件不能有透明`;
  return ALPHA.test(value) ? `样式“${property}: ${value}”的颜色带透明度，印刷文件不能有透明` : undefined;
}
