import { describe, expect, it } from 'vitest';
import { namesIn } from '../../src/subject-index/person-names.js';

const names = (text: string): string[] => namesIn(text).map(({ name }) => name);

describe('names in a text', () => {
  it.each([
    ['one', '关汉卿', ['关汉卿']],
    ['a padded one', '李　白', ['李白']],
    ['a padded one, with half spaces', ' 李 白 ', ['李白']],
    ['one whose surname stands apart', '关　汉卿、欧阳　修', ['关汉卿', '欧阳修']],
    ['several between marks', '李白、杜甫，王维；岑参', ['李白', '杜甫', '王维', '岑参']],
    ['several between spaces', '李　白　王昌龄 杜 甫', ['李白', '王昌龄', '杜甫']],
    ['several in lines', '李白\n王昌龄', ['李白', '王昌龄']],
    ['with notes', '李清照（女）、蒲松龄（1640年生，回族）', ['李清照', '蒲松龄']],
    ['with a note inside a note', '李清照（女（示例））', ['李清照']],
    ['with 等', '李白等、杜甫等3人', ['李白', '杜甫']],
    ['of a national minority', '阿凡提·买买提（维吾尔族）、阿凡提•买买提', ['阿凡提·买买提', '阿凡提·买买提']],
    ['with a surname of two characters', '司马相如', ['司马相如']],
    ['of foreigners', 'Marco Polo、马可·波罗', ['Marco Polo', '马可·波罗']],
  ])('are found: %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    '空缺',
    '暂缺',
    '（空缺）',
    '—',
    '——',
    '',
    '　',
    '无',
    '12',
    '3人',
    '2021年',
    '合计',
    '区财政局',
    '县委办',
    '教育局',
    '某某有限公司',
    '宁远堡街道',
    '李',
  ])('are none in %j', (text) => {
    expect(names(text)).toEqual([]);
  });

  it('have their place', () => {
    expect(namesIn('　李　白（示例）、王昌龄')).toEqual([
      { name: '李白', at: 1 },
      { name: '王昌龄', at: 9 },
    ]);
  });
});
