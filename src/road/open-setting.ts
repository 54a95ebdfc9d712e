/** Pictures, fonts and flows (图片和字体): all that has to be ready before a page can be set. */
import { join } from 'node:path';
import { openHtml } from '../book/kept-html.js';
import type { MessageDesk } from '../book/refusal.js';
import type { Run } from '../book/run.js';
import { type SetFlows, setFlows } from '../book/set-flows.js';
import { bookPage, bookTitle, engineStamp } from '../book/theme.js';
import { glyphMessages } from '../check/gates.js';
import { bookFonts, roleOf } from '../fonts/book-fonts.js';
import { furnitureOf, manuscriptFlows } from '../html/book-flows.js';
import type { Flow } from '../html/flow.js';
import { cropMessages } from '../html/front/crop-loss.js';
import { titlePages } from '../html/front/title-page.js';
import type { Press } from '../paginate/press.js';
import { openSetting } from '../paginate/setting.js';
import { openPictureDesk } from '../plates/photos/pictures.js';
import { resolutionMessages } from '../plates/photos/quality.js';
import { unsorted } from '../subject-index/compile.js';
import type { Message } from '../tree/message.js';
import type { Volume } from '../tree/nodes.js';
import { volumeRuns } from '../tree/tree-text.js';
import type { ReadBook, Way } from './read.js';

/** The flows of a volume, and the hand that sets them. */
export type OpenedSetting = Awaited<ReturnType<typeof openVolumeSetting>>;

/**
 * Prepares the setting of a volume. Fonts hold the characters of the whole volume, whichever part of it is set: so what
 * is kept of a part serves a book and a proof alike.
 *
 * @param sound what of the volume is made into flows: a proof leaves out parts that cannot be set
 */
export async function openVolumeSetting(
  { volume, draft }: Pick<ReadBook, 'volume' | 'draft'>,
  way: Pick<Way, 'warm' | 'prints'>,
  run: Run,
  press: Press,
  desk: MessageDesk,
  sound: Volume = volume,
) {
  const { settings } = volume;
  run.phase('图片和字体');
  const fonts = await bookFonts(
    [...volumeRuns(volume), ...titlePages(settings, 0).runs],
    // Running heads name the book even where no title page is set.
    `${furnitureOf(unsorted(draft), settings)}${bookTitle(settings)}`,
    run.folders.fonts,
  );
  desk.take(glyphMessages(fonts.missing, roleOf));
  const engine = await engineStamp(settings, fonts.stamp);
  const open = () => press.open(bookPage(settings, fonts.css, run.scratch));
  const setting = openSetting(run.flows, engine, open, way.prints);
  // The browser loads the fonts while the flows are rendered.
  if (way.warm) setting.warm();
  const pictures = await openPictureDesk(sound, run.folders.pictures);
  const html = openHtml(join(run.stamps, 'html.json'), sound, pictures, run.folders.pictures);
  const flows = manuscriptFlows(sound, html.pictures, html.rendered);
  if (way.prints) desk.take([...cropMessages(sound, pictures), ...resolutionMessages(sound, pictures.photoUses())]);
  /** Sets flows one after the other; `refuse` says what a flow is refused for before anybody hears of its pages. */
  const set = async (
    wanted: (Flow | undefined)[],
    refuse: (done: SetFlows) => Message[] = () => [],
  ): Promise<SetFlows> => {
    const done = await setFlows(
      setting,
      wanted.filter((flow) => flow !== undefined),
      run.step,
    );
    // Where a flow is refused for what it says, what came of setting it is no news.
    desk.take(refuse(done));
    desk.take(done.messages);
    return done;
  };
  return { engine, setting, set, flows, pictures, saveHtml: html.save };
}
