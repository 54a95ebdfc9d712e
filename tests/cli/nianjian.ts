/** Runs the command as a user does, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const project = resolve(import.meta.dirname, '../..');

export function nianjian(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}) {
  const run = spawnSync(process.execPath, [resolve(project, 'bin/nianjian.js'), ...args], {
    cwd: options.cwd ?? project,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}
