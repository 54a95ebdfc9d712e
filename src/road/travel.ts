/** One run of the program from its start to its end: its folders, its browser, and the step that refuses to go on. */
import { Refusal } from '../book/refusal.js';
import type { Request, Result } from '../book/request.js';
import { type Progress, type Run, startRun } from '../book/run.js';
import { bookTheme } from '../book/theme.js';
import type { StartingBrowser } from '../paginate/browser.js';
import { openPress, type Press } from '../paginate/press.js';

/** Goes a road to its end, or to the step that refuses to go on. */
export async function travel<Report>(
  request: Request,
  progress: Progress,
  road: (run: Run, press: Press) => Promise<Report>,
  ahead?: StartingBrowser,
): Promise<Result<Report>> {
  const run = await startRun(request.folder, request.home, request.cached, progress);
  const press = openPress(bookTheme(run.scratch), ahead);
  try {
    return { done: true, report: await road(run, press) };
  } catch (error) {
    if (error instanceof Refusal) return { done: false, messages: error.messages };
    throw error;
  } finally {
    await press.close();
    run.close();
  }
}
