/**
 * The two streams of a flow (正文和图题). A figure may stand a little behind the words that mention it, so its caption
 * is no part of the order of the text: the pages are read twice, first the text of all boxes, then the captions of all
 * figures. The runs of a flow have the same order (`contentOf` in `src/html/flow.ts`), and whoever counts characters
 * counts in it.
 */
import type { FlowSurvey } from './in-page/survey.js';

/** What one box says in one stream. */
export interface BoxText {
  text: string;
  /** Of the flow, from 0. */
  page: number;
  /** Of the page, from 0. */
  box: number;
}

/** The text of the pages, box by box, then their captions, figure by figure. */
export function streamsOf({ pages }: Pick<FlowSurvey, 'pages'>): BoxText[] {
  const texts: BoxText[] = [];
  const captions: BoxText[] = [];
  for (const [page, { boxes }] of pages.entries()) {
    for (const [box, { text, figures }] of boxes.entries()) {
      texts.push({ text, page, box });
      for (const figure of figures) if (figure.text !== '') captions.push({ text: figure.text, page, box });
    }
  }
  return [...texts, ...captions];
}

/** All that the pages of a flow say, in the order of its runs. */
export function textOfPages(survey: Pick<FlowSurvey, 'pages'>): string {
  return streamsOf(survey)
    .map(({ text }) => text)
    .join('');
}
