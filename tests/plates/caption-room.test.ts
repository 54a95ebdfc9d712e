import { describe, expect, it } from 'vitest';
import { captionLines, levelCaptions } from '../../src/plates/arrangement/caption-room.js';
import type { StackSlice } from '../../src/plates/arrangement/slices.js';

describe('the lines of a caption', () => {
  it('are none without words, and one where they fit', () => {
    expect(captionLines([], 100)).toBe(0);
    expect(captionLines([26, 26, 39], 100)).toBe(1);
  });

  it('turn over between words', () => {
    expect(captionLines([39, 39, 39, 39], 100)).toBe(2);
    expect(captionLines([60, 60, 60], 100)).toBe(3);
  });

  it('break a word that no line holds', () => {
    expect(captionLines([500], 106)).toBe(5);
    expect(captionLines([60, 250, 30], 106)).toBe(4);
  });
});

describe('captions that end at one height', () => {
  it('have the room of the longest, in a row and at the foot of a stack in it', () => {
    const slice: StackSlice = {
      kind: 'stack',
      children: [
        { kind: 'row', children: [0, { kind: 'stack', children: [1, { kind: 'row', children: [2, 3] }] }] },
        4,
      ],
    };
    const lines = [1, 3, 2, 1, 1];
    levelCaptions(slice, lines);
    expect(lines).toEqual([2, 3, 2, 2, 1]);
  });
});
