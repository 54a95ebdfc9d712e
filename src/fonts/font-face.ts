/** `@font-face` rules for full or subset fonts. */
import { pathToFileURL } from 'node:url';
import { formatRanges } from './code-points.js';
import type { SubsetFace } from './subset.js';

/**
 * The `@font-face` rules of some faces, in their order, with absolute `file:` URLs: they resolve wherever the page
 * comes from. `font-display: block` keeps Chromium from measuring lines in a stand-in font.
 *
 * @param urlOf gives another URL for a file: its contents as `data:`
 */
export function fontFaceCss(faces: readonly SubsetFace[], urlOf: (file: string) => string = fileUrl): string {
  return faces
    .map(({ family, weight, style, file, only }) =>
      [
        '@font-face {',
        `  font-family: '${family}';`,
        `  font-weight: ${weight};`,
        `  font-style: ${style};`,
        '  font-display: block;',
        `  src: url('${urlOf(file)}');`,
        // All families stand in the same square on the same baseline, so that a line keeps to the grid whatever is in it.
        '  ascent-override: 88%;',
        '  descent-override: 12%;',
        '  line-gap-override: 0%;',
        ...(only ? [`  unicode-range: ${formatRanges(only)};`] : []),
        '}\n',
      ].join('\n'),
    )
    .join('');
}

function fileUrl(file: string): string {
  return pathToFileURL(file).href.replaceAll("'", '%27');
}
