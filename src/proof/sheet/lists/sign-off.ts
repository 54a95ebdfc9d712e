/** The block at the end where those who answer for the proof sign it: 校对, 核红, 责编. */
import type { DrawItem } from '../../drawing.js';
import { HAIR, INK, PALE, SOFT } from '../inks.js';
import { WORDS } from '../words.js';
import type { Panels } from './panels.js';

const HEIGHT = 116;
const GAP = 14;
const NAME = 10;
const LABEL = 7.5;

export function drawSignOff(panels: Panels): void {
  panels.section(WORDS.signOff, WORDS.signOff, '', HEIGHT + 60);
  const width = (panels.width - 2 * GAP) / WORDS.names.length;
  panels.block(HEIGHT, (left, top) =>
    WORDS.names.flatMap((name, i) => fieldOf(name, left + i * (width + GAP), top, width)),
  );
}

function fieldOf(name: string, left: number, top: number, width: number): DrawItem[] {
  const [right, bottom] = [left + width, top + HEIGHT];
  const label = (text: string, y: number): DrawItem => {
    return { type: 'text', x: left + 9, y, size: LABEL, text, font: '黑', colour: PALE };
  };
  const stroke = (y: number): DrawItem => {
    return { type: 'line', from: [left + 34, y + 2], to: [right - 9, y + 2], width: 0.4, colour: SOFT };
  };
  return [
    { type: 'box', left, top, right, bottom, stroke: HAIR, width: 0.5 },
    { type: 'text', x: left + 9, y: top + 17, size: NAME, text: name, font: '黑', colour: INK },
    label(WORDS.opinion, top + 34),
    label(WORDS.signature, bottom - 28),
    stroke(bottom - 28),
    label(WORDS.date, bottom - 10),
    stroke(bottom - 10),
  ];
}
