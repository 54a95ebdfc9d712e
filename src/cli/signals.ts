/** Ctrl-C and friends: end at once, with no browser and no half-written file left behind. */

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/**
 * What must be gone (browser, scratch folder) hangs on the `exit` event, which `process.exit` fires.
 *
 * @param words what is told then
 */
export function endOnSignals(words: string): void {
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      process.stderr.write(`\n${words}\n`);
      process.exit(128 + number);
    });
  }
}
