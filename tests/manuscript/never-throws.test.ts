/** Whatever departments send, reading ends with messages and never with an exception. */
import { describe, expect, it } from 'vitest';
import { checkVolume } from '../../src/check/index.js';
import { houseLayout } from '../../src/design/house-layout.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import type { Manuscript, Volume } from '../../src/tree/nodes.js';
import { treeRuns } from '../../src/tree/tree-text.js';
import { SAMPLES } from './everything.js';
import { read } from './sample.js';

function volumeOf(manuscript: Manuscript): Volume {
  const settings = {
    title: '年鉴',
    number: '2022',
    trim: '大16开',
    layout: houseLayout('大16开'),
    start: '另页',
    index: INDEX_DEFAULTS,
  } as const;
  const part = {
    type: 'part',
    id: 'p01',
    title: '农业',
    role: 'body',
    folder: '01-农业',
    start: '另页',
    indexed: true,
  } as const;
  return {
    type: 'volume',
    folder: '/',
    settings: { ...settings, index: INDEX_DEFAULTS },
    readings: [],
    indexRules: [],
    children: [{ ...part, children: [manuscript] }],
  };
}

async function digest(source: string | Uint8Array): Promise<string[]> {
  const { manuscript, messages } = await read(source);
  if (manuscript) {
    treeRuns(manuscript);
    checkVolume(volumeOf(manuscript));
  }
  return messages.map((message) => message.rule);
}

describe.each(Object.entries(SAMPLES))('the sample %s', (_, sample) => {
  it('is in order', async () => {
    expect(await digest(sample)).toEqual([]);
  });

  it('may end anywhere', async () => {
    for (let length = 0; length < sample.length; length += 1) {
      const rules = await digest(sample.slice(0, length));
      expect(rules, `cut at ${length}`).not.toContain('reader-lost-text');
    }
  });

  it('may lack any line', async () => {
    const lines = sample.split('\n');
    for (let index = 0; index < lines.length; index += 1) {
      const rules = await digest(lines.filter((__, other) => other !== index).join('\n'));
      expect(rules, `without line ${index + 1}`).not.toContain('reader-lost-text');
    }
  });

  it('may hold any mark anywhere', async () => {
    const marks = [
      '*',
      '**',
      '_',
      '`',
      '[',
      ']',
      '<',
      '>',
      '|',
      '\\',
      '#',
      ':',
      '{',
      '}',
      '&',
      '!',
      '【',
      '】',
      '（',
      '）',
      '\n',
      '\t',
      '\u3000',
      '"',
    ];
    const start = sample.indexOf('\n---\n', 4) + 5;
    for (let at = start; at < sample.length; at += 7) {
      const mark = marks[at % marks.length] ?? '';
      const rules = await digest(sample.slice(0, at) + mark + sample.slice(at));
      expect(rules, `${JSON.stringify(mark)} at ${at}`).not.toContain('reader-lost-text');
    }
  });

  it('may be cut within a character', async () => {
    const bytes = new TextEncoder().encode(sample);
    for (let length = bytes.length - 40; length < bytes.length; length += 1) await digest(bytes.subarray(0, length));
  });
});

describe('noise', () => {
  it('ends in messages', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + 13 * (index >> 3)) % 256);
    expect(await digest(bytes)).toContain('encoding-unknown');
  });
});
