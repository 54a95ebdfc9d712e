import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/volume/settings.js';
import { places } from '../manuscript/sample.js';

/** book.yaml with these lines below 版权, which is line 3. */
const read = (...lines: string[]) =>
  readSettings(`书名: 测试县年鉴\n卷号: 2022\n版权:\n${lines.map((line) => `  ${line}\n`).join('')}`);
const imprint = (...lines: string[]) => read(...lines).settings?.imprint;

describe('版权 in book.yaml', () => {
  it('may be left out', () => {
    expect(readSettings('书名: 测试县年鉴\n卷号: 2022\n').settings).not.toHaveProperty('imprint');
  });

  it('takes texts as they are', () => {
    expect(imprint('出版社: 甲出版社', '印数: 1—1000册', '声明: 翻印必究')).toEqual({
      publisher: '甲出版社',
      copies: '1—1000册',
      statement: '翻印必究',
    });
  });

  it.each([
    ['书号: ISBN 978-7-0000-0000-1', { isbn: '978-7-0000-0000-1' }],
    ['CIP: (2022)第123456号', { cip: '中国国家版本馆CIP数据核字（2022）第123456号' }],
    ['CIP: 2022 123456', { cip: '中国国家版本馆CIP数据核字（2022）第123456号' }],
    ['CIP: 中国版本图书馆CIP数据核字（2019）第123456号', { cip: '中国版本图书馆CIP数据核字（2019）第123456号' }],
    ['印张: 22.5', { sheets: '22.5' }],
    ['字数: 560', { characters: '560千字' }],
    ['字数: 560千字', { characters: '560千字' }],
    ['印次: 2022年12月第1次', { impression: '2022年12月第1次印刷' }],
    ['定价: 198', { price: '198.00元' }],
    ['定价: 198.5元', { price: '198.50元' }],
  ])('sets %s in its right form', (line, expected) => {
    expect(read(line).messages).toEqual([]);
    expect(imprint(line)).toEqual(expected);
  });

  it.each([
    ['a false check digit', '书号: 978-7-0000-0000-2', 'settings-isbn 4:7'],
    ['a CIP number of five digits', 'CIP: （2022）第12345号', 'settings-value 4:8'],
    ['a postcode of five digits', '邮编: 10000', 'settings-value 4:7'],
    ['an edition without its month', '版次: 2022年第1版', 'settings-value 4:7'],
    ['a thirteenth month', '版次: 2022年13月第1版', 'settings-value 4:7'],
    ['a price in words', '定价: 一百元', 'settings-value 4:7'],
    ['a list', '出版社: [甲, 乙]', 'settings-type 4:8'],
    ['an empty field', '出版社:', 'settings-empty 4:3'],
    ['an unknown field', '出版者: 甲', 'settings-unknown-key 4:3'],
  ])('is in error with %s', (_, line, expected) => {
    expect(places(read(line).messages)).toEqual([expected]);
  });

  it('suggests the field that was meant, and shows the form that is wanted', () => {
    expect(read('责任编缉: 甲').messages[0]?.remedy).toContain('是不是“责任编辑”');
    expect(read('邮编: 1').messages[0]).toMatchObject({
      reason: '“版权.邮编”不能是“1”',
      remedy: '写成 邮编: 100021 的样子',
    });
  });

  it('must be several lines', () => {
    expect(places(readSettings('书名: 甲\n卷号: 2022\n版权: 甲出版社\n').messages)).toEqual(['settings-type 3:5']);
  });
});
