/** Every check of the preflight, in the order of the report. */

import type { Check } from './rule.js';
import { black } from './rules/black.js';
import { bleedEdges } from './rules/bleed-edges.js';
import { boxes } from './rules/boxes.js';
import { colours } from './rules/colours.js';
import { extent } from './rules/extent.js';
import { fonts } from './rules/fonts.js';
import { identify } from './rules/identification.js';
import { images } from './rules/images.js';
import { interactive } from './rules/interactive.js';
import { linesAndTints } from './rules/lines-and-tints.js';
import { outputIntent } from './rules/output-intent.js';
import { overprint } from './rules/overprint.js';
import { syntax } from './rules/syntax.js';
import { transparency } from './rules/transparency.js';

/** Those that read the file itself. The plates are judged by `plates/`. */
export const CHECKS: readonly Check[] = [
  syntax,
  identify,
  outputIntent,
  boxes,
  bleedEdges,
  fonts,
  colours,
  black,
  overprint,
  transparency,
  images,
  linesAndTints,
  interactive,
  extent,
];
