import { describe, expect, it } from 'vitest';
import { NORM, OTHERS } from '../../src/subject-index/order/stroke-table.js';
import { strokePlace } from '../../src/subject-index/order/strokes.js';

const counts = new Map(NORM.split('\n').flatMap((line, at) => [...line].map((each) => [each, at + 1] as const)));

/** Characters of one count each, from what every pupil of the norm writes; those with a trap in the first column. */
const COUNTED: Record<number, string> = {
  1: '一乙',
  2: '乃了二十丁厂七卜八人入儿九几刀力又',
  3: '及与万久凡叉弓女飞卫习乡马门义之工三干于土士才下大上小口山千川个广亡己已子',
  4: '巨瓦丑长车比片牙水五不公天王专区日中见牛毛气升化仁从今分月风方火为户心引办予书',
  5: '凸凹北世出民必永母业功石龙平东电田由史央生代令用印主市立半汉司发',
  6: '臣舟考贞延丞年农式地共亚机西在有百存页成师光当曲同吕先自行全会众名多产江安设级',
  7: '皂卵医攻里身串坚进远走声两来步我兵体住余条言应社识灵层改张际附鸡',
  8: '贯非隶肃垂供武青现表规幸其直事果国图知物季所金受鱼京店法学宗审实视建居线参',
  9: '鬼拜将俞卸幽城项革药标要战点思骨香科段保食急度施首总室宫神退院给',
  10: '哥恭躬壶热原顾党监特积射高病旅海家案调展能难',
  11: '敝敢兽祭率象鹿教黄票盛野略第康商渔深密随绿',
  12: '鼎黑凿登提期森量景税程集奥街游富强',
  13: '肆鼓微蓝献龄鉴路置鼠意粮数满源福',
  14: '舞静境聚歌算管鼻精演察赛',
  15: '撰横镇稻黎德熟潮增影',
  16: '噩操融整器镜赞激壁',
  17: '藏戴霜繁徽赢',
  18: '鞭覆镰鹰翻',
  19: '警攀疆',
  20: '籍耀灌魔',
  21: '露霸',
  22: '囊镶',
  23: '罐',
  24: '矗',
  36: '齉',
};

describe('the table of strokes', () => {
  it('has the 8,105 characters of the norm, each once', () => {
    expect([...NORM.replaceAll('\n', '')]).toHaveLength(8105);
    expect(counts.size).toBe(8105);
    expect([...OTHERS.replaceAll('\n', '')].filter((each) => counts.has(each))).toEqual([]);
  });

  it('counts as the norm counts', () => {
    for (const [count, characters] of Object.entries(COUNTED))
      for (const character of characters) expect(`${character}${counts.get(character)}`).toBe(`${character}${count}`);
  });

  it('has characters of one count in the order 横竖撇点折', () => {
    for (const row of ['十厂人刀力', '工土士大口山千个广门弓女', '示世市', '势事侍试视', '公书', '冬立母', '字安军'])
      expect([...row].sort((a, b) => strokePlace(a) - strokePlace(b)).join('')).toBe(row);
  });

  it('goes by the count across the levels of the norm', () => {
    expect(comesBefore('工', '公')).toBe(true);
    // 攻 is common, 邛 is not: 7 strokes against 5.
    expect(comesBefore('邛', '攻')).toBe(true);
  });
});

describe('the place of a character', () => {
  it('is behind those of the norm with as many strokes where the norm does not have it', () => {
    // 國 has 11 strokes.
    const eleven = [...(NORM.split('\n')[10] as string)];
    const twelve = [...(NORM.split('\n')[11] as string)];
    expect(comesBefore(eleven.at(-1) as string, '國')).toBe(true);
    expect(comesBefore('國', twelve[0] as string)).toBe(true);
  });

  it('is by code, behind all others, where no table has it', () => {
    expect(comesBefore('齉', '㐀')).toBe(true);
    expect(comesBefore('㐀', '𠀀')).toBe(true);
    expect(strokePlace('𠀀')).toBe(strokePlace('𠀀'));
  });
});

function comesBefore(a: string, b: string): boolean {
  return strokePlace(a) < strokePlace(b);
}
