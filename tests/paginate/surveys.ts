/** Surveys of pages that were never set, for the tests of what is made from them. */
import type { Anchor, FlowSurvey, PageSurvey } from '../../src/paginate/in-page/survey.js';

/** A page of boxes with these texts; the type area is 96 to 960 px from the top, 60 to 680 px from the left. */
export function page(...printed: string[]): PageSurvey {
  return {
    boxes: printed.map((text, column) => ({
      column,
      left: 60 + 320 * column,
      top: 96,
      width: 300,
      bottom: 960,
      text,
      printed: text,
      generated: [],
      figures: [],
      blocks: [
        {
          kind: 'paragraph',
          start: 0,
          left: 60 + 320 * column,
          right: 360 + 320 * column,
          indent: 28,
          align: 'justify',
          before: false,
          after: false,
          keep: false,
        },
      ],
    })),
    areaTop: 96,
    areaBottom: 960,
    areaLeft: 60,
    areaRight: 680,
    photos: [],
    width: 760,
    side: 'right',
  };
}

export function survey(pages: PageSurvey[], anchors: Anchor[] = []): FlowSurvey {
  return { pages, anchors, faults: [] };
}
