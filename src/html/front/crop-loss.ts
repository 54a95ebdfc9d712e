/** What cutting takes of a photo (裁切、满版): an editor has to know where it is much. */
import { measuresOf } from '../../design/measures.js';
import { cutPhoto } from '../../plates/photos/photo-cut.js';
import type { Message } from '../../tree/message.js';
import type { Volume } from '../../tree/nodes.js';
import { select } from '../../tree/visit.js';
import type { Pictures } from '../picture.js';
import { bleedSize } from './full-bleed.js';

/** A photo that loses more is another photo. */
const MOST_LOST = 1 / 3;

/** A warning for each photo of which more than a third is cut off. The files of all photos are known to be pictures. */
export function cropMessages(volume: Volume, pictures: Pick<Pictures, 'size'>): Message[] {
  const page = bleedSize(measuresOf(volume.settings).plate);
  const messages: Message[] = [];
  for (const manuscript of volume.children.flatMap((part) => part.children)) {
    for (const { file, hints, position } of select(manuscript, 'photo')) {
      if (file === '' || (!hints.fullBleed && !hints.crop)) continue;
      const { lost } = cutPhoto(hints, pictures.size(file), hints.fullBleed ? page.width / page.height : undefined);
      if (lost <= MOST_LOST) continue;
      const { line, column } = position.start;
      const percent = Math.round(lost * 100);
      messages.push({
        severity: 'warning',
        rule: 'photo-crop-loss',
        file: manuscript.file,
        line,
        column,
        reason: hints.fullBleed ? `照片“${file}”做满版要裁去${percent}%` : `照片“${file}”的裁切要去掉${percent}%`,
        remedy: hints.fullBleed
          ? '换一张竖幅的照片，或者去掉“满版”改用“通栏”；一定要用，写明保留哪一边，例如 {满版 裁切=上}'
          : '换一个接近原片的比例',
      });
    }
  }
  return messages;
}
