/** Numbers, drawn with ▏ at each place where a line may end: numbers stay whole and with what belongs to them. */
import { describe, expect, it } from 'vitest';
import { breakCosts, GLUED, INSIDE, NEVER } from '../../src/compose/breaks.js';
import { endOfSpacedUnit, endOfUnit } from '../../src/compose/units.js';
import { picture, plain } from './picture.js';

const drawn = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim());

describe('numbers in digits', () => {
  it.each(
    drawn(`
      全▏年▏完▏成▏15亿元，▏增▏长▏3.5%。
      建▏成▏3.5万平方米▏厂▏房
      服▏务▏100多万人次
      走▏访▏10余个▏村
      播▏种▏3万多亩，▏占▏比▏超▏七▏成
      装▏机▏5万千瓦，▏发▏电▏1.2亿千瓦时
      回▏落▏1.5个百分点
      每▏吨▏320元/吨
      浓▏度▏35微克/立方米
      面▏积▏0.6平方公里，▏最▏高▏25℃
      电▏压▏110千伏▏变▏电▏站
      共▏有▏12家▏企▏业、▏35名▏党▏员
      移▏送▏281案▏371人
      合▏计▏￥100.50元，▏折▏合▏$15
      约▏300人，▏近▏200户
      气▏温▏-5℃，▏增▏速▏+0.3%，▏误▏差▏±2%
      浓▏度▏≥30毫克，▏坡▏度▏＜25度
      海▏拔▏1,234.5米
      面▏积▏1 234 567平方米
      长▏5 公里、▏重▏10 kg、▏占▏30 %
      速▏度▏80 km/h▏以▏上
      占 ▏GDP ▏的 ▏30%
      实▏现▏GDP▏增▏长▏8%
      第3次▏全▏国▏经▏济▏普▏查
      第 3 次▏会▏议
      比▏例▏1∶2.5，▏比▏分▏3:1，▏赛▏成▏3比2
      规▏格▏3×4米，▏推▏行▏1+X证▏书
      票▏价▏1/3，▏时▏间▏12:30
      坐▏落▏102°11′30″▏处
      2021年▏比▏2020年▏增▏长
      2021年：▏5个▏乡▏镇
      增▏长▏５．６％
      体▏积▏3m³，▏约▏3×10⁵Pa
      折▏合▏US$100
      男▏12.3万人，▏女▏11.2万人
      60万千瓦时/年
      到▏2035年▏为▏止
      于▏9 时 30 分▏开▏工
      办▏结▏“12345▏热▏线”▏工▏单
      编▏号▏No.3▏与▏No. 3
    `),
  )('%s', (line) => expect(picture(plain(line))).toBe(line));
});

describe('ranges', () => {
  it.each(
    drawn(`
      3～5天
      比▏重▏20%～30%
      温▏度▏-5℃～3℃
      在▏1—6月▏间
      从▏5月—8月▏起
      自▏2021—2025年
      自▏2019——2021年
      共▏15～20万元
      需▏1.2万元～3万元
      取▏10-15厘米
      到▏9:00—17:30
      有▏3至5天
      在▏1月▏至▏3月
      取▏10 ～ 20米
      自▏2021年▏5月8日—9月1日
    `),
  )('%s', (line) => expect(picture(plain(line))).toBe(line));
});

describe('dates and document numbers', () => {
  it.each(
    drawn(`
      5月8日▏召▏开
      2021年▏5月8日▏10时30分
      2021年度，▏20世纪▏90年代
      12月▏30余人
      在▏2024-01-05▏前
      在▏2024.1.5▏前
      金▏政▏发▏〔2021〕50号
      甘▏政▏发▏［2021］第6号
      3亿2000万元
    `),
  )('%s', (line) => expect(picture(plain(line))).toBe(line));

  it('never breaks before a range mark, and dearly after it', () => {
    const costs = breakCosts('20%～30%');
    expect([...costs]).toEqual([NEVER, INSIDE, NEVER, NEVER, GLUED, INSIDE, NEVER]);
  });

  it('never breaks inside a date of digits but as the last resort', () => {
    expect(Math.min(...breakCosts('2024-01-05'))).toBe(INSIDE);
    expect(Math.min(...breakCosts('1,234.5'))).toBe(INSIDE);
    // Where a break after a range's sign does, minutes stay with their degrees.
    expect(breakCosts('102°34′')[4]).toBe(INSIDE);
  });
});

describe('numbers in Chinese numerals', () => {
  it.each(
    drawn(`
      第三次▏会▏议
      二〇二一年▏十月
      五月八日▏开▏幕
      三十多人▏参▏加
      占▏百分之三十，▏约▏三分之一
      几十名▏群▏众，▏有▏人▏数▏百分之一
      万▏元，▏千▏家▏万▏户
    `),
  )('%s', (line) => expect(picture(plain(line))).toBe(line));

  it('would rather not divide 三个, nor 十九届六中全会', () => {
    expect(picture('分三个组', 0)).toBe('分▏三个▏组');
    expect(picture('党的十九届六中全会精神', 0)).toBe('党▏的▏十九届六中全会▏精▏神');
    expect(picture('党的十九届六中全会精神')).toBe('党▏的▏十九届▏六中▏全▏会▏精▏神');
  });
});

describe('the table of units', () => {
  it('takes the longest reading', () => {
    for (const unit of [
      '万平方公里',
      '千米',
      '千瓦时',
      '多万元',
      '余人次',
      '个百分点',
      '元/人',
      '亿立方米',
      '号楼',
      '%',
    ]) {
      expect(endOfUnit(`5${unit}地`, 1), unit).toBe(1 + unit.length);
    }
  });

  it('ends where a word begins that is no unit', () => {
    expect(endOfUnit('5的', 1)).toBe(1);
    expect(endOfUnit('5来自', 1)).toBe(1);
    expect(endOfUnit('', 0)).toBe(0);
  });

  it('knows a unit behind a space by its symbol only', () => {
    expect(endOfSpacedUnit('5 km', 1)).toBe(4);
    expect(endOfSpacedUnit('5 mg/m3', 1)).toBe(7);
    expect(endOfSpacedUnit('5 apples', 1)).toBe(1);
  });
});
