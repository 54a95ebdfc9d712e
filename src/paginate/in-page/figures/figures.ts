/**
 * The figures (图片) of a finished page: how many pictures each shows, what its caption says, and behind which text it
 * stands. The survey walks through the texts of a box and shows them all, in their order.
 */

export interface FigureSurvey {
  id: string;
  /** How many characters of its box's text stand before it. */
  at: number;
  /** The text of the manuscripts in its caption, white space dropped. */
  text: string;
  /** Its caption in what its box prints: [start, end). */
  start: number;
  end: number;
  /** Pictures in it. */
  photos: number;
}

/** How far the survey of a box has come, in characters. */
export interface Progress {
  /** Of what the box prints. */
  printed: number;
  /** Of its text. */
  text: number;
}

export interface Figures {
  /** Whether a text belongs to a figure; `so far` is what stands before it. */
  take(node: Text, words: string, added: boolean, soFar: Progress): boolean;
  /** The figures of the box, when all its texts have been shown. */
  all(soFar: Progress): FigureSurvey[];
}

const NONE: Figures = { take: () => false, all: () => [] };

/** Starts reading the figures of a box. */
export function openFigures(box: HTMLElement): Figures {
  const elements = [...box.querySelectorAll<HTMLElement>('figure.photo')];
  if (elements.length === 0) return NONE;
  const figures: FigureSurvey[] = [];
  const open = ({ printed, text }: Progress): void => {
    const element = elements[figures.length] as HTMLElement;
    const photos = element.querySelectorAll('img').length;
    figures.push({ id: element.id, at: text, text: '', start: printed, end: printed, photos });
  };
  return {
    take(node, words, added, soFar) {
      while (figures.length < elements.length && !isBefore(node, elements[figures.length] as HTMLElement)) open(soFar);
      const figure = figures.at(-1);
      if (!figure || !elements[figures.length - 1]?.contains(node)) return false;
      figure.end = soFar.printed + words.length;
      if (!added) figure.text += words;
      return true;
    },
    all(soFar) {
      while (figures.length < elements.length) open(soFar);
      return figures;
    },
  };
}

/** Whether a text stands before an element. */
function isBefore(text: Text, element: Element): boolean {
  return (element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
