/** Sets flows one after the other and passes each through the conservation gate before its pages are kept. */
import { conservationMessages, faultMessages, unbreakableRow } from '../check/gates.js';
import type { Flow } from '../html/flow.js';
import { findBreaches, squeeze } from '../paginate/conservation.js';
import type { FlowExtent } from '../paginate/folios.js';
import type { FlowSurvey } from '../paginate/paginator.js';
import type { Setting } from '../paginate/setting.js';
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
    extents.push({ id: flow.id, numbering: flow.numbering, start: flow.start, pages: survey.pages.length });
    pages += survey.pages.length;
    onProgress(extents.length, flows.length, pages);
  }
  return { extents, surveys, messages };
}

/** Every character of the tree on the pages, once and in order, and every one of them to be seen. */
function gate(flow: Flow, survey: FlowSurvey): Message[] {
  const pages = survey.pages.flatMap((page) => page.boxes.map((box) => box.text)).join('');
  return [
    ...conservationMessages(flow.title, findBreaches(flow.runs, pages)),
    ...faultMessages(flow.title, survey.faults),
  ];
}

/** The first place in the manuscripts that holds the beginning of `text`. */
function placeOf(flow: Flow, text: string): Pick<Message, 'file' | 'line' | 'column'> {
  const words = squeeze(text);
  const run = flow.runs.find((each) => squeeze(each.text) !== '' && words.startsWith(squeeze(each.text)));
  return run ? { file: run.file, line: run.line, column: run.column } : { file: flow.title };
}
