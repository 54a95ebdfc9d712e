import { describe, expect, it } from 'vitest';
import { cropMessages } from '../../../src/html/front/crop-loss.js';
import { manuscript, places } from '../../manuscript/sample.js';
import { PICTURES, volumeOf } from '../set.js';

async function messages(hints: string, size: string) {
  const source = manuscript(`![甲](${size}.jpg){${hints}}\n`, '体裁: 彩页');
  return cropMessages(await volumeOf({ '01-农业/01-彩页.md': source }), PICTURES);
}

describe('a photo that is cut', () => {
  it('is named where more than a third of it would be lost', async () => {
    expect(places(await messages('满版', '3000x2000'))).toEqual(['photo-crop-loss 6:1']);
    expect((await messages('满版', '3000x2000'))[0]).toMatchObject({
      severity: 'warning',
      reason: '照片“01-农业/3000x2000.jpg”做满版要裁去50%',
    });
    expect(places(await messages('裁切=3:1', '2000x2000'))).toEqual(['photo-crop-loss 6:1']);
  });

  it('is not where it keeps most', async () => {
    expect(await messages('满版', '2000x3000')).toEqual([]);
    expect(await messages('满版 旋转=左', '3000x2000')).toEqual([]);
    expect(await messages('裁切=4:3', '3000x2000')).toEqual([]);
  });
});
