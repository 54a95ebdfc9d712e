/** One photo file in two places: allowed, but usually a file name that was not changed after pasting. */
import { select } from '../tree/visit.js';
import { finding, manuscriptsOf, type Rule } from './rule.js';

export const duplicatePhoto: Rule = {
  id: 'photo-duplicate',
  severity: 'warning',
  check(volume) {
    const seen = new Map<string, string>();
    return manuscriptsOf(volume).flatMap((manuscript) =>
      select(manuscript, 'photo').flatMap((photo) => {
        const where = `${manuscript.file}第${photo.position.start.line}行`;
        const first = seen.get(photo.file);
        if (photo.file === '') return [];
        if (!first) {
          seen.set(photo.file, where);
          return [];
        }
        const reason = `照片“${photo.file}”已经用过（${first}）`;
        return [finding(duplicatePhoto, manuscript.file, photo.position, reason, '换成该用的照片；确要重复就不用管')];
      }),
    );
  },
  examples: [
    {
      name: 'two photos',
      files: { '01-农业/01-农业.md': '![麦田](photos/01.jpg)\n\n![果园](photos/02.jpg)\n' },
      expected: [],
    },
    {
      name: 'one photo twice',
      files: { '01-农业/01-农业.md': '![麦田](photos/01.jpg)\n\n![果园](photos/01.jpg)\n' },
      expected: ['01-农业/01-农业.md:7:1'],
    },
    {
      name: 'one name in two folders is two photos',
      files: { '01-农业/01-甲.md': '![麦田](photos/01.jpg)\n', '02-工业/01-乙.md': '![厂房](photos/01.jpg)\n' },
      expected: [],
    },
  ],
};
