import { describe, expect, it } from 'vitest';
import { padName, padNames } from '../../src/html/names.js';

describe('a name', () => {
  it('of two characters is set as wide as one of three', () => {
    expect(padName('李强')).toBe('李　强');
  });

  it('of two characters may hold one beyond the basic plane', () => {
    expect(padName('李\u{20bb7}')).toBe('李　\u{20bb7}');
  });

  it.each(['王小芳', '欧阳明', '诸葛小明', '买买提·艾力', 'Li', '李', '李　强'])('is left as it is: %s', (name) => {
    expect(padName(name)).toBe(name);
  });
});

describe('a field with several names', () => {
  it.each([
    ['李强', '李　强'],
    ['李强、王小芳', '李　强、王小芳'],
    ['李强　王芳', '李　强　王　芳'],
    ['李强，厍芳', '李　强，厍　芳'],
  ])('pads each: %s', (field, padded) => {
    expect(padNames(field)).toBe(padded);
  });

  it.each(['妇联', '党办', '文联', '法院', '武装', '应急', '编者', '佚名', '区总工会', '水务、民政'])(
    'leaves offices alone: %s',
    (field) => {
      expect(padNames(field)).toBe(field);
    },
  );
});
