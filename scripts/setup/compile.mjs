/** src/ compiled to build/, whenever the two differ. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { say, stop } from './say.mjs';

/** Compiles when a source has changed since the last complete compilation. */
export function compile(root) {
  const source = join(root, 'src');
  const build = join(root, 'build');
  const stampFile = join(build, '.nianjian-sources');
  const sources = filesUnder(source).filter((file) => file.endsWith('.ts'));
  const wanted = fingerprint([...sources, join(root, 'tsconfig.json'), join(root, 'package-lock.json')]);
  const outputs = new Set(
    sources.filter((file) => !file.endsWith('.d.ts')).map((file) => outputOf(file, source, build)),
  );
  const complete = [...outputs].every((file) => existsSync(file));
  if (complete && isStamped(stampFile, wanted)) return;

  say('编译程序（compiling）……');
  rmSync(stampFile, { force: true });
  // TypeScript's incremental record trusts that its outputs are still there; when one is gone, start afresh.
  if (!complete) rmSync(join(build, '.tsbuildinfo'), { force: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [compiler, '-p', root], {
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (run.status !== 0) stop('程序编译出错，原因见上（compilation failed）。', 1);
  removeStale(build, outputs);
  stamp(stampFile, wanted);
}

/** A compiled file whose source was renamed or deleted would still be imported: it goes. */
function removeStale(build, outputs) {
  for (const file of filesUnder(build)) if (file.endsWith('.js') && !outputs.has(file)) rmSync(file);
}

function outputOf(file, source, build) {
  return join(build, relative(source, file)).replace(/\.ts$/, '.js');
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}
