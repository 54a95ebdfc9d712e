/** Progress on stderr: one line that is drawn over on a terminal, a plain line a phase elsewhere. */
import type { Progress } from '../book/run.js';

/** Redrawing more often than this (ms) only flickers. */
const REDRAW_MS = 80;

export interface ProgressLine extends Progress {
  /** Clears the line, so that what comes next stands at its beginning. */
  end(): void;
}

export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  let current = '';
  let drawn = 0;
  const draw = (text: string): void => {
    stream.write(`\r\u001b[K${text}`);
    drawn = performance.now();
  };
  if (!stream.isTTY) {
    return { phase: (name) => void stream.write(`${name}……\n`), step: () => undefined, end: () => undefined };
  }
  return {
    phase(name) {
      current = name;
      draw(`${name}……`);
    },
    step(done, total, pages) {
      if (done < total && performance.now() - drawn < REDRAW_MS) return;
      const width = 24;
      const filled = total > 0 ? Math.round((done / total) * width) : width;
      draw(`${current} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}　${pages} 页`);
    },
    end: () => void stream.write('\r\u001b[K'),
  };
}
