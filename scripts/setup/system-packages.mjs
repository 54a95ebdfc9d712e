/** Packages of the operating system. Only root on Debian or Ubuntu gets them installed; others are told what to type. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** `debian`, `ubuntu`, … from os-release; other systems by Node's name for them. */
export function systemName() {
  try {
    return /^ID="?([\w-]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}

/** Whether a program is on the PATH. */
export function hasProgram(name) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name + suffix), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether we may install: root, with apt. */
export function canInstall() {
  return process.getuid?.() === 0 && hasProgram('apt-get');
}

let listsAreFresh = false;

/** Installs packages with apt-get; false when that fails. Without a network it gives up within a minute. */
export function install(packages) {
  const apt = (...args) =>
    spawnSync(
      'apt-get',
      ['-q', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'DPkg::Lock::Timeout=60', ...args],
      {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        // apt tells a lot on stdout that nobody needs; what goes wrong it says on stderr.
        stdio: ['ignore', 'ignore', process.stderr],
      },
    ).status === 0;
  // A failed update is no reason to stop: one broken extra source fails it, and the old lists may do.
  if (!listsAreFresh) apt('update');
  listsAreFresh = true;
  return apt('install', '-y', '--no-install-recommends', ...packages);
}

/** The line to type for these packages, by the system's own installer. */
export function commandFor({ apt, brew }) {
  if (process.platform === 'darwin') return `brew install ${brew}`;
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  if (hasProgram('apt-get')) return `${sudo}apt-get update && ${sudo}apt-get install -y ${apt}`;
  return undefined;
}
