/** 彩页 (plates): `## 栏目 {每页=4 底色=浅}`, then photos. */
import type { RootContent } from 'mdast';
import type { ManuscriptContent, PlateSection } from '../../tree/nodes.js';
import { readBlocks } from '../blocks.js';
import { type Outline, readHeading, rejectHeading } from '../outline.js';
import { placeOf, type Reading } from '../reading.js';
import { checkPlateGroups } from './plate-groups.js';
import { takePlateSettings } from './plate-settings.js';

/** Reads the plates. */
export function readPlates(reading: Reading, top: Outline): ManuscriptContent[] {
  const children: ManuscriptContent[] = readBlocks(reading, top.content);
  for (const section of top.sections) {
    if (section.depth === 3) {
      rejectHeading(reading, section.heading, '彩页', '栏目用“##”');
      children.push(...readBlocks(reading, [section.heading, ...section.content]));
      continue;
    }
    const { heading, settings } = takePlateSettings(reading, section.heading);
    const plates: PlateSection = {
      type: 'plates',
      id: reading.nextId('h'),
      title: readHeading(reading, heading),
      settings,
      children: [],
      position: placeOf(section.heading),
    };
    plates.children = readBlocks(reading, section.content) as PlateSection['children'];
    for (const lower of section.sections) {
      rejectHeading(reading, lower.heading, '彩页', '栏目用“##”；照片的说明写在方括号里');
      const blocks: RootContent[] = [lower.heading, ...lower.content];
      plates.children.push(...(readBlocks(reading, blocks) as PlateSection['children']));
    }
    children.push(plates);
  }
  checkPlateGroups(reading, children);
  return children;
}
