import { describe, expect, it } from 'vitest';
import { setFlows } from '../../src/book/set-flows.js';
import type { Flow } from '../../src/html/flow.js';
import type { FlowSurvey } from '../../src/paginate/in-page/survey.js';
import type { SetFlow, Setting } from '../../src/paginate/setting.js';

function flow(id: string, ...texts: string[]): Flow {
  return {
    id,
    title: id,
    pageStyle: 'body',
    numbering: 'decimal',
    start: '另页',
    html: `<section>${texts.join('')}</section>`,
    runs: texts.map((text, i) => ({ text, file: '05-农业/01-甲.md', line: i + 7, column: 1 })),
  };
}

/** Pages with one box each. */
function survey(...texts: string[]): FlowSurvey {
  const pages = texts.map((text) => ({
    boxes: [
      {
        column: 0,
        left: 0,
        top: 0,
        width: 300,
        bottom: 900,
        text,
        printed: text,
        generated: [],
        figures: [],
        blocks: [],
      },
    ],
    areaTop: 0,
    areaBottom: 900,
    areaLeft: 0,
    areaRight: 628,
    photos: [],
    width: 700,
    side: 'right' as const,
  }));
  return { pages, anchors: [], faults: [] };
}

/** A setting that gives these answers and remembers what it was asked to keep. */
function setting(answers: Record<string, Omit<SetFlow, 'id'>>): Setting & { kept: string[] } {
  const kept: string[] = [];
  const never = (): never => {
    throw new Error('is not called');
  };
  return {
    kept,
    set: async ({ id }) => ({ id, survey: survey(), ...answers[id] }),
    keep: async (id) => {
      kept.push(id);
    },
    busy: Promise.resolve(),
    warm: never,
    keyOf: never,
    settled: never,
    print: never,
    finished: never,
    document: never,
    fresh: never,
  };
}

const quiet = (): void => undefined;

describe('setting the flows of a book', () => {
  it('gives their extents in order, counts the pages and keeps them', async () => {
    const desk = setting({ p02: { survey: survey('农', '业') }, p03: { survey: survey('工业') } });
    const steps: string[] = [];
    const set = await setFlows(desk, [flow('p02', '农业'), flow('p03', '工', '业')], (done, total, pages) =>
      steps.push(`${done}/${total} ${pages}`),
    );
    expect(set.messages).toEqual([]);
    expect(set.extents).toEqual([
      { id: 'p02', numbering: 'decimal', start: '另页', pages: 2 },
      { id: 'p03', numbering: 'decimal', start: '另页', pages: 1 },
    ]);
    expect([...set.surveys.keys()]).toEqual(['p02', 'p03']);
    expect(desk.kept).toEqual(['p02', 'p03']);
    expect(steps).toEqual(['1/2 2', '2/2 3']);
  });

  it('does not keep the pages of a flow that lost text, and says where', async () => {
    const desk = setting({ p02: { survey: survey('农业') }, p03: { survey: survey('工业') } });
    const { messages } = await setFlows(desk, [flow('p02', '农业', '春耕播种十万亩'), flow('p03', '工业')], quiet);
    expect(messages.map(({ rule, file, line }) => [rule, file, line])).toEqual([
      ['conservation-lost', '05-农业/01-甲.md', 8],
    ]);
    expect(desk.kept).toEqual(['p03']);
  });

  it('does not keep the pages of a flow with ink that does not show', async () => {
    const desk = setting({
      p02: { survey: { ...survey('农业'), faults: [{ kind: 'clipped', page: 0, text: '农业' }] } },
    });
    const { messages } = await setFlows(desk, [flow('p02', '农业')], quiet);
    expect(messages.map(({ rule }) => rule)).toEqual(['page-clipped']);
    expect(desk.kept).toEqual([]);
  });

  it('tells one thing of a flow with a row that no page holds, and where the row begins', async () => {
    const desk = setting({ p02: { survey: survey(), unbreakable: '甲 乙丙丁' } });
    const { messages, extents } = await setFlows(desk, [flow('p02', '农业', '', ' 甲', '乙丙丁')], quiet);
    expect(messages.map(({ rule, file, line }) => [rule, file, line])).toEqual([
      ['table-row-too-tall', '05-农业/01-甲.md', 9],
    ]);
    expect(extents[0]?.pages).toBe(0);
    expect(desk.kept).toEqual([]);
  });

  it('names the flow for a row whose text is in no manuscript', async () => {
    const desk = setting({ p02: { survey: survey(), unbreakable: '戊' } });
    const { messages } = await setFlows(desk, [flow('p02', '农业')], quiet);
    expect(messages[0]).toMatchObject({ rule: 'table-row-too-tall', file: 'p02' });
  });
});
