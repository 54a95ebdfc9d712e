/** Where a volume is delivered: what `--out` says, or `dist/<卷号>`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { usageError } from './exit.js';

/**
 * The output folder of a volume, and its 卷号.
 *
 * @param folder absolute path of the volume
 * @param given what stands after `--out`
 */
export async function outputFolder(folder: string, given?: string): Promise<{ out: string; number: string }> {
  const { readSettings, SETTINGS_FILE } = await import('../volume/settings.js');
  const { settings } = readSettings(readFileSync(join(folder, SETTINGS_FILE), 'utf8'));
  if (!settings) throw usageError(`${SETTINGS_FILE} 有错误，读不出卷号。请先用 nianjian build 看错在哪里。`);
  return { out: resolve(given ?? join('dist', settings.number)), number: settings.number };
}
