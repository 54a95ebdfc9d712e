/**
 * The browser inside the optional npm package @sparticuz/chromium: a headless Chromium for Linux on x64, brotli
 * packed, with the few libraries and the fontconfig set-up it needs. It serves where nothing can be installed.
 *
 * The package unpacks into TMPDIR and takes any file already there for the whole browser, so an interrupted
 * unpacking would spoil every later run. Here it unpacks into a folder of its own, which is renamed when complete.
 */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from './find-browser.js';

/** Unpacks the browser if need be (about 200 MB, two seconds). Undefined where the package is not installed. */
export async function packagedBrowser(): Promise<Browser | undefined> {
  // The binary in the package is for this platform only.
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const home = join(dirname(entry), '..', '..');
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const folder = join(roomFor(home), version);
    const path = join(folder, 'nianjian-chromium');
    if (!existsSync(path)) await unpack(folder, entry);
    // Unpacked in a private folder it has no set-uid sandbox helper, and several systems forbid unknown programs the
    // kernel's own sandboxing. The pages are our own, without scripts from outside and without network.
    return { path, args: ['--no-sandbox'], source: '@sparticuz/chromium' };
  } catch {
    return undefined;
  }
}

/** A folder only we can write to: in the package itself, or, where that is read-only, a private one in TMPDIR. */
function roomFor(home: string): string {
  const inside = join(home, 'unpacked');
  try {
    mkdirSync(inside, { recursive: true });
    rmSync(mkdtempSync(join(inside, 'try-')), { recursive: true });
    return inside;
  } catch {
    const user = process.getuid?.() ?? 0;
    const outside = join(tmpdir(), `nianjian-browser-${user}`);
    mkdirSync(outside, { recursive: true, mode: 0o700 });
    // In a shared TMPDIR somebody else may have made the folder before us: nothing of theirs is run.
    if (statSync(outside).uid !== user) throw new Error(`${outside} belongs to another user`);
    return outside;
  }
}

async function unpack(folder: string, entry: string): Promise<void> {
  const work = mkdtempSync(`${folder}.`);
  try {
    // In a process of its own, because the package takes its orders from the environment: TMPDIR says where to,
    // and only on a machine that claims to be Lambda does it unpack the libraries (nss, nspr) that a bare system lacks.
    const script = `const c = require(process.argv[1]); (c.default ?? c).executablePath().catch((e) => { console.error(e); process.exit(1); });`;
    const env = { ...process.env, TMPDIR: work, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    await promisify(execFile)(process.execPath, ['-e', script, entry], { env });
    writeFileSync(join(work, 'fonts', 'fonts.conf'), FONTS_CONF);
    writeFileSync(join(work, 'nianjian-chromium'), STARTER);
    chmodSync(join(work, 'nianjian-chromium'), 0o755);
    renameSync(work, folder);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    // Another process may have been faster; then its browser is as good as ours.
    if (!existsSync(join(folder, 'nianjian-chromium'))) throw error;
  }
}

/**
 * Starts the browser with the libraries beside it, where the system has none of its own, and with its own fonts,
 * where the system has no fontconfig. The system's come first: they are newer.
 */
const STARTER = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
case "$(ldd "$here/chromium" 2>&1)" in
  *'not found'*) export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" ;;
esac
if [ ! -e /etc/fonts/fonts.conf ]; then
  export FONTCONFIG_PATH="$here/fonts"
fi
exec "$here/chromium" "$@"
`;

/** The package's own file names folders that only Lambda has; `prefix` is relative to this file. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
</fontconfig>
`;
