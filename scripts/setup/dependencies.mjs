/** The packages of package-lock.json, installed as they are locked. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { say, stop } from './say.mjs';

/** Installs what package-lock.json lists, if node_modules/ does not hold it already. */
export function installDependencies(root) {
  const lock = join(root, 'package-lock.json');
  const modules = join(root, 'node_modules');
  const stampFile = join(modules, '.nianjian-lock');
  const wanted = fingerprint([lock]);
  if (isStamped(stampFile, wanted)) return;

  if (!isInstalled(readJson(lock), readJson(join(modules, '.package-lock.json')))) {
    say('安装程序所需的软件包，约需一分钟（npm ci）……');
    // NODE_ENV=production would leave out the compiler; the optional packages are the platform's own binaries.
    const code = runNpm(root, [
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (code !== 0)
      stop('软件包没有装好，原因见上。请检查网络后重试（npm ci failed, check the network and try again）。');
  }
  stamp(stampFile, wanted);
}

/**
 * Whether npm's record of the installed tree (node_modules/.package-lock.json) agrees with the lock file. It does
 * after a plain `npm install`, which leaves no stamp of ours. Packages for other platforms may be absent.
 */
export function isInstalled(lock, installed) {
  if (!lock?.packages || !installed?.packages) return false;
  return Object.entries(lock.packages).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === version : optional === true;
  });
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Runs the npm that started us, or else the one on the PATH. Its output goes to stderr: stdout belongs to results. */
function runNpm(root, args) {
  const options = { cwd: root, stdio: ['ignore', process.stderr, process.stderr] };
  const own = process.env.npm_execpath;
  const run =
    own && basename(own).startsWith('npm-cli')
      ? spawnSync(process.execPath, [own, ...args], options)
      : // On Windows npm is a .cmd file, which only a shell can start; the arguments are all ours.
        spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (run.error) stop('找不到 npm。请安装带 npm 的 Node.js（install Node.js with npm）。');
  return run.status;
}
