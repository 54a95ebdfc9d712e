/** Ctrl-C and friends: end at once, with no browser and no half-written file left behind. */

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** What must be gone (browser, scratch folder) hangs on the `exit` event, which `process.exit` fires. */
export function endOnSignals(): void {
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      process.stderr.write('\n已中断，没有出书；上次的 PDF 没有动。\n');
      process.exit(128 + number);
    });
  }
}
