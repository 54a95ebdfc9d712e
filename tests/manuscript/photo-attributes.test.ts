import { describe, expect, it } from 'vitest';
import type { PhotoHints } from '../../src/tree/nodes.js';
import { manuscript, nodes, read } from './sample.js';

const plates = (braces: string): string => manuscript(`![甲](1.jpg){${braces}}\n`, '体裁: 彩页');

/** The hints of a photo that must be in order. */
async function hints(braces: string): Promise<PhotoHints | undefined> {
  return (await nodes(plates(braces), 'photo'))[0]?.hints;
}

const CENTRE = { x: 0.5, y: 0.5 };

describe('the braces behind a photo', () => {
  it.each<[string, PhotoHints]>([
    ['', {}],
    ['满版', { fullBleed: true }],
    ['满版 裁切=上', { fullBleed: true, crop: { focus: { x: 0.5, y: 0 } } }],
    ['通栏', { spanning: true }],
    ['裁切=3:2', { crop: { ratio: 1.5, focus: CENTRE } }],
    ['裁切=3：2 左上', { crop: { ratio: 1.5, focus: { x: 0, y: 0 } } }],
    ['裁切=右 4比3', { crop: { ratio: 4 / 3, focus: { x: 1, y: 0.5 } } }],
    ['裁切="方 下右"', { crop: { ratio: 1, focus: { x: 1, y: 1 } } }],
    ['裁切=方，中 通栏', { crop: { ratio: 1, focus: CENTRE }, spanning: true }],
    ['旋转=左', { turn: 270 }],
    ['旋转=右', { turn: 90 }],
    ['旋转=180', { turn: 180 }],
    ['旋转 = 90', { turn: 90 }],
    ['裁切=3:2 旋转=右', { crop: { ratio: 1.5, focus: CENTRE }, turn: 90 }],
    ['摄影=李强', {}],
  ])('are read: {%s}', async (braces, expected) => {
    const body = `${plates(braces)}`;
    expect((await nodes(body, 'photo'))[0]?.hints).toEqual(expected);
  });

  it('tell who took the photo, and where that stands', async () => {
    const credit = async (braces: string): Promise<unknown> => {
      const [photo] = await nodes(plates(braces), 'photo');
      return [photo?.credit?.value, photo?.credit?.position.start.column];
    };
    expect(await credit('摄影=李强')).toEqual(['李强', 16]);
    expect(await credit('通栏 摄影="李 强　王芳"')).toEqual(['李 强　王芳', 20]);
    expect(await credit('摄影＝“李强、王芳”')).toEqual(['李强、王芳', 17]);
    expect(await hints('摄影=李强')).toEqual({});
  });

  it.each([
    [
      '满板',
      'photo-attribute',
      13,
      '照片的花括号里不认识“满板”',
      '是不是“满版”？可用的有：满版、通栏、裁切、组、旋转、摄影',
    ],
    ['满版=是', 'photo-attribute', 13, '照片的“满版”写法不对', '只写 {满版}'],
    ['组', 'photo-attribute', 13, '照片的“组”写法不对', '写成 {组=名称}，同一组的照片写同一个名称'],
    ['通栏 通栏', 'photo-attribute', 16, '照片的花括号里写了两次“通栏”', '只留一个'],
    [
      '摄影=李 强',
      'photo-attribute',
      18,
      '照片的花括号里不认识“强”',
      '写成 {摄影=姓名}；有空格时加引号：{摄影="姓名　姓名"}',
    ],
    ['裁切=上', 'photo-crop', 13, '“裁切”没有写比例', '写上比例，例如 {裁切=3:2 上}；只有满版的照片可以不写'],
    ['裁切=3:0', 'photo-crop', 13, '照片的“裁切=3:0”看不懂', expect.stringContaining('{裁切=3:2 上}')],
    ['裁切=3:2 上下', 'photo-crop', 13, '照片的“裁切=3:2 上下”看不懂', expect.stringContaining('左上')],
    ['裁切=一半', 'photo-crop', 13, '照片的“裁切=一半”看不懂', expect.stringContaining('{裁切=3:2 上}')],
    ['旋转=45', 'photo-turn', 13, '照片的“旋转=45”看不懂', '写成 {旋转=左}、{旋转=右} 或 {旋转=180}'],
    ['满版 通栏', 'photo-hints-contradict', 13, '照片既要“满版”又要“通栏”', '满版自成一页，通栏自成一行：只留一个'],
    [
      '满版 裁切=3:2',
      'photo-hints-contradict',
      13,
      '“满版”的照片又写了裁切的比例',
      expect.stringContaining('{满版 裁切=上}'),
    ],
  ])('are named where they are wrong: {%s}', async (braces, rule, column, reason, remedy) => {
    const { messages } = await read(plates(braces));
    expect(messages).toEqual([
      { severity: 'error', rule, file: '01-农业/01-稿件.md', line: 6, column, reason, remedy },
    ]);
  });
});
