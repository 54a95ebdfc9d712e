/** A volume several times as large: every 类目 of the body again and again, under new names. */
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a volume of `times` × the body of `source` into `target`; the 卷首 stays single. */
export function multiplyVolume(source, target, times) {
  mkdirSync(target, { recursive: true });
  cpSync(join(source, 'book.yaml'), join(target, 'book.yaml'));
  const parts = readdirSync(source)
    .filter((name) => /^\d+-/u.test(name) && statSync(join(source, name)).isDirectory())
    .sort();
  let number = 1;
  for (let copy = 1; copy <= times; copy += 1) {
    for (const part of parts) {
      const front = part.endsWith('-卷首');
      if (front && copy > 1) continue;
      const suffix = copy === 1 ? '' : `（${copy}）`;
      const folder = join(target, `${String(number).padStart(3, '0')}-${part.replace(/^\d+-/u, '')}${suffix}`);
      cpSync(join(source, part), folder, { recursive: true });
      if (suffix) rename(folder, suffix);
      number += 1;
    }
  }
}

function rename(folder, suffix) {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.md')) continue;
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^类目: (.*)$/mu, `类目: $1${suffix}`));
  }
}
