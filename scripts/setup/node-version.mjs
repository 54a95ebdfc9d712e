/** The first step: a Node that can run the rest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stop } from './say.mjs';

/** Whether `version` (20.11.0) satisfies `range`, which is `>=` and a version: all that our package.json uses. */
export function satisfies(version, range) {
  const least = range
    .replace(/^>=\s*/, '')
    .split('.')
    .map(Number);
  const given = version.split('.').map(Number);
  for (let i = 0; i < 3; i++) {
    const difference = (given[i] || 0) - (least[i] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Ends the run when Node is older than `engines` in package.json asks. */
export function checkNodeVersion(root) {
  const range = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node;
  if (satisfies(process.versions.node, range)) return;
  const least = range.replace(/^>=\s*/, '');
  stop(
    `需要 Node.js ${least} 或更新版本，现在是 ${process.versions.node}。请安装后再试（install Node.js ${least} or newer）。`,
  );
}
