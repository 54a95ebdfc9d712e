/** A volume of one manuscript of plates, as a tree: its photos stand on the lines 10, 12, 14 … */
import { houseLayout } from '../../src/design/house-layout.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import type { Figure, Volume } from '../../src/tree/nodes.js';
import { PRESS_DEFAULTS } from '../../src/tree/press-settings.js';

export const MANUSCRIPT = '01-卷首/01-彩页.md';

export interface VolumePhoto {
  file: string;
  caption?: string;
  credit?: string;
}

const at = (line: number) => ({ start: { line, column: 1, offset: 0 }, end: { line, column: 9, offset: 8 } });

/** @param folder absolute path of the volume */
export function photoVolume(folder: string, photos: VolumePhoto[], contributor?: string): Volume {
  const figures = photos.map(({ file, caption = '', credit }, i): Figure => {
    const position = at(10 + 2 * i);
    return {
      type: 'figure',
      id: `p01m01f${i + 1}`,
      photos: [
        {
          type: 'photo',
          src: file,
          file,
          hints: {},
          ...(credit && { credit: { type: 'text', value: credit, position } }),
          position,
        },
      ],
      caption: caption === '' ? [] : [{ type: 'text', value: caption, position }],
      position,
    };
  });
  const position = at(1);
  return {
    type: 'volume',
    folder,
    settings: {
      title: '测试县年鉴',
      number: '2022',
      trim: '大16开',
      layout: houseLayout('大16开'),
      start: '另页',
      index: INDEX_DEFAULTS,
      press: PRESS_DEFAULTS,
    },
    readings: [],
    indexRules: [],
    children: [
      {
        type: 'part',
        id: 'p01',
        title: '卷首',
        role: 'front',
        folder: '01-卷首',
        start: '另页',
        indexed: false,
        children: [
          {
            type: 'manuscript',
            id: 'p01m01',
            file: MANUSCRIPT,
            genre: '彩页',
            category: { value: '卷首', position },
            opensSubcategory: false,
            ...(contributor !== undefined && { contributor: { value: contributor, position } }),
            children: figures,
            position,
          },
        ],
      },
    ],
  };
}
