/** What the figures of plates cannot have together: 满版 beside others, and 组 that cannot stand on one page. */
import type { Position } from 'unist';
import type { Figure, ManuscriptContent, PlateSection } from '../../tree/nodes.js';
import type { Reading } from '../reading.js';
import { MOST_ON_A_PAGE } from './plate-settings.js';

interface Run {
  name: string | undefined;
  figures: Figure[];
}

/** Reports contradictions of hints in the plates of a manuscript. */
export function checkPlateGroups(reading: Reading, children: readonly ManuscriptContent[]): void {
  const known = new Map<string, Figure>();
  const loose: PlateSection['children'] = children.filter((child) => child.type === 'figure');
  const sections = children.filter((child) => child.type === 'plates');
  for (const [blocks, most] of [
    [loose, MOST_ON_A_PAGE] as const,
    ...sections.map((each) => [each.children, each.settings.perPage ?? MOST_ON_A_PAGE] as const),
  ]) {
    const figures = blocks.filter((block) => block.type === 'figure');
    for (const figure of figures) checkFigure(reading, figure);
    for (const run of runsOf(figures)) checkRun(reading, run, most, known);
  }
  for (const section of sections) checkTint(reading, section);
}

/** The 组 of a figure: that of the first of its photos that names one. */
export function groupOf({ photos }: Figure): string | undefined {
  return photos.find(({ hints }) => hints.group !== undefined)?.hints.group;
}

function isFullBleed({ photos }: Figure): boolean {
  return photos.some(({ hints }) => hints.fullBleed);
}

function checkFigure(reading: Reading, figure: Figure): void {
  const { photos } = figure;
  const names = new Set(photos.flatMap(({ hints }) => hints.group ?? []));
  if (names.size > 1) {
    const reason = `同一条说明的照片分在几个组里：${[...names].join('、')}`;
    reading.error('photo-hints-contradict', figure.position, reason, '一条说明的照片总在一起：只留一个组');
  }
  if (photos.length > 1 && isFullBleed(figure)) {
    const place = photos.find(({ hints }) => hints.fullBleed)?.position;
    const remedy = '给满版的照片单独写一条说明，或者去掉“满版”';
    reading.error('photo-hints-contradict', place, '“满版”的照片与别的照片共用一条说明', remedy);
  }
}

/** Figures that follow each other and are of one group; a figure without one is a run of its own. */
function runsOf(figures: readonly Figure[]): Run[] {
  const runs: Run[] = [];
  for (const figure of figures) {
    const name = groupOf(figure);
    const last = runs.at(-1);
    if (last && name !== undefined && last.name === name) last.figures.push(figure);
    else runs.push({ name, figures: [figure] });
  }
  return runs;
}

function checkRun(reading: Reading, { name, figures }: Run, most: number, known: Map<string, Figure>): void {
  const [first] = figures;
  if (name === undefined || !first) return;
  const at = first.position;
  const before = known.get(name);
  if (before) {
    const reason = `“组=${name}”的照片没有连在一起，前面的在第${before.position.start.line}行`;
    reading.error('photo-group-interrupted', at, reason, '把同一组的照片移到一起；另外一组用另一个名称');
    return;
  }
  known.set(name, first);
  const bleeding = figures.find(isFullBleed);
  if (bleeding && figures.length > 1) {
    const remedy = '满版的照片自成一页，不能与别的照片同组：去掉它的“组”或“满版”';
    reading.error('photo-hints-contradict', bleeding.position, `“组=${name}”里有一张“满版”的照片`, remedy);
  } else if (figures.length > most) {
    const reason = `“组=${name}”有${figures.length}幅，一页最多放${most}幅`;
    reading.error('photo-group-too-large', at, reason, '分成两组，或者改栏目的“每页”');
  } else if (figures.length === 1) {
    reading.warning('photo-group-alone', at, `“组=${name}”只有一幅`, '同一组的照片写同一个名称；只有一幅就删去“组”');
  }
}

function checkTint(reading: Reading, { settings, children, position }: PlateSection): void {
  const figures = children.filter((child) => child.type === 'figure');
  if (!settings.tint || figures.length === 0 || !figures.every(isFullBleed)) return;
  const place: Position = position;
  const remedy = '满版的照片盖住整页：删去“底色”，或者删去“满版”';
  reading.warning('plates-tint-unseen', place, '栏目的照片都是满版，看不到“底色”', remedy);
}
