/**
 * Plates: a PDF rasterised to C, M, Y and K by Ghostscript, a program of its own that may or may not be there
 * (AGPL: it is run, never linked).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pamReader, type Raster } from './pam.js';

const NAMES = process.platform === 'win32' ? ['gswin64c.exe', 'gswin32c.exe', 'gs.exe'] : ['gs'];

/** The program, if it is in PATH. */
export function findGhostscript(path = process.env.PATH ?? ''): string | undefined {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    for (const name of NAMES) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

export interface PlateRun {
  program: string;
  /** Absolute path of the PDF. */
  file: string;
  /** Pages from 1, inclusive. */
  first: number;
  last: number;
  dpi: number;
}

/** A page that takes longer than this (ms) is given up, with all that follow it. */
const PAGE_TIMEOUT = 120_000;

/**
 * Gives each page's plates to `each` in order; returns how many came. Less than asked for means that Ghostscript
 * gave up, or was stopped because a page took too long.
 *
 * OverrideICC: numbers of CMYK colours stay as they are whatever profile is attached to them.
 */
export async function rasterise(run: PlateRun, each: (page: number, raster: Raster) => void): Promise<number> {
  const child = spawn(
    run.program,
    [
      '-q',
      '-dSAFER',
      '-dBATCH',
      '-dNOPAUSE',
      '-dNOPROMPT',
      '-sstdout=%stderr',
      '-dOverrideICC=true',
      '-dTextAlphaBits=1',
      '-dGraphicsAlphaBits=1',
      '-sDEVICE=pamcmyk32',
      `-r${run.dpi}`,
      `-dFirstPage=${run.first}`,
      `-dLastPage=${run.last}`,
      '-sOutputFile=%stdout',
      run.file,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const stop = (): void => endAtOnce(child);
  process.once('exit', stop);
  let timer = setTimeout(stop, PAGE_TIMEOUT);
  let page = run.first;
  const read = pamReader((raster) => {
    clearTimeout(timer);
    timer = setTimeout(stop, PAGE_TIMEOUT);
    each(page, raster);
    page++;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  try {
    for await (const chunk of child.stdout) if (!read(chunk as Uint8Array)) break;
  } catch {
    // A pipe that breaks is a Ghostscript that died; the pages it owes are not counted.
  } finally {
    clearTimeout(timer);
    endAtOnce(child);
    process.removeListener('exit', stop);
  }
  await ended;
  return page - run.first;
}

function endAtOnce(child: ChildProcess): void {
  if (child.exitCode === null) child.kill('SIGKILL');
}
