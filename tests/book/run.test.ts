import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Progress, type Run, startRun } from '../../src/book/run.js';
import { NO_CACHE } from '../../src/paginate/flow-cache.js';
import { scratchFolder } from './scratch.js';

const SILENT: Progress = { phase: () => undefined, step: () => undefined };

async function start(volume: string, home: string, cached = true, progress = SILENT): Promise<Run> {
  const run = await startRun(volume, home, cached, progress);
  onTestFinished(() => run.close());
  return run;
}

describe('a run', () => {
  it('has a scratch folder that is gone when it closes, with everything in it', async () => {
    const home = scratchFolder();
    const { scratch, close } = await start(join(home, '2022'), home);
    mkdirSync(join(scratch, 'deep'));
    writeFileSync(join(scratch, 'deep', 'page.html'), '');
    close();
    expect(existsSync(scratch)).toBe(false);
    close();
  });

  it('clears up on an exit too, and no longer listens for one when it is closed', async () => {
    const home = scratchFolder();
    const before = process.listeners('exit');
    const run = await start(join(home, '2022'), home);
    const [listener, ...more] = process.listeners('exit').filter((each) => !before.includes(each));
    expect(more).toEqual([]);
    (listener as () => void)();
    expect(existsSync(run.scratch)).toBe(false);
    run.close();
    expect(process.listeners('exit')).toEqual(before);
  });

  it('keeps what it may need again under .nianjian of the project, and that stays', async () => {
    const home = scratchFolder();
    const run = await start(join(home, 'manuscripts', '2022'), home);
    const cache = join(home, '.nianjian');
    for (const folder of [...Object.values(run.folders), run.stamps]) expect(folder.startsWith(cache)).toBe(true);
    for (const folder of Object.values(run.folders)) expect(readdirSync(folder)).toEqual([]);
    run.close();
    expect(existsSync(run.folders.manuscripts)).toBe(true);
  });

  it('finds what an earlier run of the same volume kept', async () => {
    const home = scratchFolder();
    const [first, second] = [await start(join(home, '2022'), home), await start(join(home, '2022'), home)];
    expect(second.folders).toEqual(first.folders);
    expect(second.stamps).toBe(first.stamps);
    expect(second.scratch).not.toBe(first.scratch);
    const survey = { pages: [], anchors: [], faults: [] };
    await first.flows.put('key', survey, '');
    expect((await second.flows.get('key'))?.survey).toEqual(survey);
  });

  it('does not take the volume of another folder for the same, though it has the same name', async () => {
    const home = scratchFolder();
    const one = await start(join(home, 'a', '2022'), home);
    const other = await start(join(home, 'b', '2022'), home);
    expect(other.folders.manuscripts).not.toBe(one.folders.manuscripts);
    expect(other.stamps).not.toBe(one.stamps);
    // The fonts are those of the program.
    expect(other.folders.fonts).toBe(one.folders.fonts);
  });

  it('keeps nothing where it shall not: everything is in the scratch folder', async () => {
    const home = scratchFolder();
    const run = await start(join(home, '2022'), home, false);
    for (const folder of Object.values(run.folders)) expect(folder.startsWith(run.scratch)).toBe(true);
    expect(run.flows).toBe(NO_CACHE);
    run.close();
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('the times of a run', () => {
  it('are those of its phases, in their order, those of one name added up', async () => {
    const now = vi.spyOn(performance, 'now');
    onTestFinished(() => now.mockRestore());
    const home = scratchFolder();
    const run = await start(join(home, '2022'), home);
    const phases: [string, number][] = [
      ['读稿', 1000],
      ['排版', 1250],
      ['读稿', 1300],
    ];
    for (const [name, time] of phases) {
      now.mockReturnValue(time);
      run.phase(name);
    }
    now.mockReturnValue(1310);
    expect(run.times()).toEqual({ 读稿: 260, 排版: 50 });
    expect(Object.keys(run.times())).toEqual(['读稿', '排版']);
    now.mockReturnValue(9999);
    expect(run.times()).toEqual({ 读稿: 260, 排版: 50 });
  });

  it('are none before the first phase', async () => {
    const home = scratchFolder();
    expect((await start(join(home, '2022'), home)).times()).toEqual({});
  });

  it('go with what the command line is told', async () => {
    const told: string[] = [];
    const home = scratchFolder();
    const run = await start(join(home, '2022'), home, true, {
      phase: (name) => told.push(name),
      step: (done, total, pages) => told.push(`${done}/${total} ${pages}`),
    });
    run.phase('排版');
    run.step(1, 3, 12);
    expect(told).toEqual(['排版', '1/3 12']);
  });
});
