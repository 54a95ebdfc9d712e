/** Sets flows one after the other and passes each through the conservation gate before its pages are kept. */
import { conservationMessages, faultMessages, figureMessages, unbreakableRow } from '../check/gates.js';
import type { Flow } from '../html/flow.js';
import { findBreaches, squeeze } from '../paginate/conservation.js';
import { findFigureFaults } from '../paginate/figure-gate.js';
import type { FlowExtent } from '../paginate/folios.js';
import type { FlowSurvey } from '../paginate/paginator.js';
import type { Setting } from '../paginate/setting.js';
import { textOfPages } from '../paginate/streams.js';
import type { Message } from '../tree/message.js';

export interface SetFlows {
  extents: FlowExtent[];
  surveys: Map<string, FlowSurvey>;
  messages: Message[];
}

export async function setFlows(
  setting: Setting,
  flows: Flow[],
  onProgress: (done: number, total: number, pages: number) => void,
): Promise<SetFlows> {
  const extents: FlowExtent[] = [];
  const surveys = new Map<string, FlowSurvey>();
  const messages: Message[] = [];
  let pages = 0;
  for (const flow of flows) {
    const { survey, unbreakable } = await setting.set(flow);
    const faults =
      unbreakable === undefined
        ? gate(flow, survey)
        : [unbreakableRow(flow.title, unbreakable, placeOf(flow, unbreakable))];
    messages.push(...faults);
    if (faults.length === 0) await setting.keep(flow.id);
    surveys.set(flow.id, survey);
    const { id, numbering, start, tab } = flow;
    extents.push({ id, numbering, start, pages: survey.pages.length, ...(tab !== undefined && { tab }) });
    pages += survey.pages.length;
    onProgress(extents.length, flows.length, pages);
  }
  return { extents, surveys, messages };
}

/** Every character and every figure of the tree on the pages, once and in order, and all of it to be seen. */
function gate(flow: Flow, survey: FlowSurvey): Message[] {
  return [
    ...conservationMessages(flow.title, findBreaches(flow.runs, textOfPages(survey))),
    ...figureMessages(flow.title, findFigureFaults(flow.figures ?? [], survey)),
    ...faultMessages(flow.title, survey.faults),
  ];
}

/** The place in the manuscripts where `text`, the words of several runs in a row, begins. */
function placeOf(flow: Flow, text: string): Pick<Message, 'file' | 'line' | 'column'> {
  const texts = flow.runs.map((run) => squeeze(run.text));
  const offset = texts.join('').indexOf(squeeze(text));
  let end = 0;
  for (const [i, run] of flow.runs.entries()) {
    end += texts[i]?.length ?? 0;
    if (offset !== -1 && end > offset) return { file: run.file, line: run.line, column: run.column };
  }
  return { file: flow.title };
}
