import { describe, expect, it } from 'vitest';
import { treatmentMessages } from '../../../src/press/photos/treatment.js';

describe('what is said of converted photos', () => {
  it('names each CMYK photo without a profile once', () => {
    const untagged = { file: '01-卷首/photos/02.jpg', treatment: 'untagged' } as const;
    const messages = treatmentMessages([
      untagged,
      { file: '01-卷首/photos/01.jpg', treatment: 'untagged' },
      { file: '01-卷首/photos/03.jpg', treatment: 'converted' },
      { file: '01-卷首/photos/04.jpg', treatment: 'own' },
      untagged,
    ]);
    expect(messages.map(({ file }) => file)).toEqual(['01-卷首/photos/01.jpg', '01-卷首/photos/02.jpg']);
    expect(messages[0]).toMatchObject({ severity: 'warning', rule: 'press-photo-untagged' });
  });
});
