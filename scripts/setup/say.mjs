/** What the set-up tells the person at the terminal. Stdout stays clean: it belongs to results. */

/** Exit code 3: the environment lacks something (see docs/architecture.md). */
export const LACKING = 3;

/** A progress line. */
export function say(text) {
  process.stderr.write(`准备：${text}\n`);
}

/** Says in one line what is missing and what to type, and ends the run. */
export function stop(text, exitCode = LACKING) {
  process.stderr.write(`准备没有完成：${text}\n`);
  process.exit(exitCode);
}
