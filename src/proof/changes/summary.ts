/** The changes in one line, for the command line. */
import type { Change } from '../model.js';

const KINDS: readonly [Change['kind'], string][] = [
  ['changed', '改字'],
  ['moved', '移动'],
  ['gone-elsewhere', '移出'],
  ['come-from', '移入'],
  ['added', '新增'],
  ['removed', '删去'],
];

/** 改动 12 处：改字 8、移动 2、新增 1、删去 1 */
export function summariseChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return '没有改动';
  const counts = KINDS.flatMap(([kind, name]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? [`${name} ${count}`] : [];
  });
  return `改动 ${changes.length} 处：${counts.join('、')}`;
}
