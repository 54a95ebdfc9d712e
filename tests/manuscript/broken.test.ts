/** Broken manuscripts: each slip is named by its rule, at the line and column where it stands. */
import { describe, expect, it } from 'vitest';
import { manuscript, places, read } from './sample.js';

type Case = [what: string, source: string, ...expected: string[]];

const chronicle = (body: string): string => manuscript(body, '体裁: 大事记');
const roster = (body: string): string => manuscript(body, '体裁: 名录');
const article = (body: string): string => manuscript(body, '体裁: 文章');
const plates = (body: string): string => manuscript(body, '体裁: 彩页');

const FRONT_MATTER: Case[] = [
  ['none at all', '全年收粮10万吨。\n', 'front-matter-missing 1:1'],
  ['an empty file', '', 'front-matter-missing 1:1'],
  ['only spaces', '  \n\n', 'front-matter-missing 1:1'],
  ['no closing line', '---\n类目: 农业\n\n正文。\n', 'front-matter-unclosed 1:1'],
  ['no 类目', '---\n供稿: 李强\n---\n\n正文。\n', 'front-matter-no-category 1:1'],
  ['empty front matter', '---\n---\n\n正文。\n', 'front-matter-no-category 1:1'],
  ['a full-width colon', '---\n类目：农业\n---\n\n正文。\n', 'front-matter-colon 2:3'],
  ['no space after the colon', '---\n类目:农业\n---\n\n正文。\n', 'front-matter-colon 2:3'],
  ['a full-width colon further down', '---\n类目: 农业\n供稿：李强\n---\n\n正文。\n', 'front-matter-colon 3:3'],
  ['an unknown key', '---\n类目: 农业\n供稿人: 李强\n---\n\n正文。\n', 'front-matter-unknown-key 3:1'],
  ['a key twice', '---\n类目: 农业\n供稿: 李强\n供稿: 王芳\n---\n\n正文。\n', 'front-matter-duplicate-key 4:1'],
  ['an empty value', '---\n类目: 农业\n供稿:\n---\n\n正文。\n', 'front-matter-empty 3:1'],
  ['an empty 类目', '---\n类目: ""\n---\n\n正文。\n', 'front-matter-empty 2:5'],
  ['a list for a text', '---\n类目: 农业\n供稿: [李强, 王芳]\n---\n\n正文。\n', 'front-matter-type 3:5'],
  ['a mapping for a text', '---\n类目: 农业\n供稿: {甲: 乙}\n---\n\n正文。\n', 'front-matter-type 3:5'],
  ['several lines for a text', '---\n类目: 农业\n标题: |\n  甲\n  乙\n---\n\n正文。\n', 'front-matter-type 3:5'],
  ['an unknown 体裁', '---\n类目: 农业\n体裁: 文稿\n---\n\n正文。\n', 'genre-unknown 3:5'],
  ['an empty 体裁', '---\n类目: 农业\n体裁:\n---\n\n正文。\n', 'front-matter-empty 3:1'],
  ['a colon and space in a value', '---\n类目: 农业\n标题: 关于: 春耕\n---\n\n正文。\n', 'front-matter-yaml 3:5'],
  ['a quotation mark left open', '---\n类目: "农业\n---\n\n正文。\n', 'front-matter-yaml 3:1'],
  ['a value that begins with @', '---\n类目: 农业\n供稿: @李强\n---\n\n正文。\n', 'front-matter-yaml 3:5'],
  ['a line that is no pair', '---\n类目: 农业\n李强供稿\n---\n\n正文。\n', 'front-matter-yaml 3:1'],
  ['a list instead of pairs', '---\n- 农业\n---\n\n正文。\n', 'front-matter-not-mapping 2:1'],
  ['a 30th of February', manuscript('正文。\n', '日期: 2021年2月30日'), 'impossible-date 3:5'],
  ['a month 13', manuscript('正文。\n', '日期: 2021年13月'), 'impossible-date 3:5'],
  ['a day that is not, in digits', manuscript('正文。\n', '日期: 2021-04-31'), 'impossible-date 3:5'],
];

const MARKDOWN: Case[] = [
  ['a heading of level 1', manuscript('# 农业\n\n正文。\n'), 'heading-depth 5:1'],
  ['a heading of level 4', manuscript('### 甲\n\n#### 乙\n\n正文。\n'), 'heading-depth 7:1'],
  ['an empty heading', manuscript('##\n\n正文。\n'), 'heading-empty 5:1'],
  ['a heading without a space', manuscript('##种植业\n\n正文。\n'), 'heading-mark 5:1'],
  ['a heading in full-width marks', manuscript('＃＃ 种植业\n\n正文。\n'), 'heading-mark 5:1'],
  ['a heading behind ideographic spaces', manuscript('　　## 种植业\n\n正文。\n'), 'heading-mark 5:1'],
  ['a line of equals signs', manuscript('种植业\n===\n\n正文。\n'), 'setext-heading 6:1'],
  ['a line of dashes under a text', manuscript('种植业\n---\n\n正文。\n'), 'setext-heading 6:1'],
  ['a rule', manuscript('正文。\n\n***\n\n正文。\n'), 'thematic-break 7:1'],
  ['a quotation', manuscript('> 引文。\n'), 'blockquote 5:1'],
  ['a code block', manuscript('```\n代码\n```\n'), 'code 5:1'],
  ['a code block that is not closed', manuscript('甲。\n\n~~~\n代码\n'), 'code 7:1'],
  ['code in a line', manuscript('使用`代码`。\n'), 'code 5:3'],
  ['a link', manuscript('见[网站](http://example.com)。\n'), 'link 5:2'],
  ['a script', manuscript('甲<script>alert(1)</script>乙\n'), 'html-forbidden 5:2', 'html-forbidden 5:18'],
  ['bold by HTML', manuscript('甲<b>乙</b>\n'), 'html-forbidden 5:2', 'html-forbidden 5:6'],
  ['a picture by HTML', manuscript('<img src="a.jpg">\n'), 'html-forbidden 5:1'],
  ['a frame', manuscript('甲<iframe src="x"></iframe>\n'), 'html-forbidden 5:2', 'html-forbidden 5:18'],
  ['a comment', manuscript('甲<!-- 删 -->乙\n'), 'html-forbidden 5:2'],
  ['an event handler in an unknown element', manuscript('甲<x onclick="y">乙\n'), 'html-forbidden 5:2'],
  ['a footnote', manuscript('甲[^1]乙。\n'), 'footnote 5:2'],
  ['a task list', manuscript('- [x] 完成\n- [ ] 未完成\n'), 'task-list 5:1', 'task-list 6:1'],
  ['a backslash at the end of a line', manuscript('甲\\\n乙\n'), 'hard-break 5:2'],
  ['bold marks that do not close', manuscript('甲**乙 **丙\n'), 'bold-mark 5:2'],
  ['numbers that jump', manuscript('1. 甲\n3. 乙\n'), 'list-number 6:1'],
  ['a private-use character', manuscript('李\ue000任主任。\n'), 'character-private 5:2'],
  ['a broken character', manuscript('李\ufffd任主任。\n'), 'character-broken 5:2'],
  ['a private-use character in the front matter', manuscript('正文。\n', '供稿: 李\ue001'), 'character-private 3:6'],
];

const ENTRIES: Case[] = [
  [
    'an entry before the first 分目',
    manuscript('### 甲\n\n正文。\n\n## 种植业\n\n### 乙\n\n正文。\n'),
    'entry-outside-subcategory 5:1',
  ],
  [
    'a 【】 entry before the first 分目',
    manuscript('【甲】正文。\n\n## 种植业\n\n【乙】正文。\n'),
    'entry-outside-subcategory 5:1',
  ],
  ['a title of spaces', manuscript('【　】正文。\n'), 'entry-title-empty 5:1'],
  ['two 分目', manuscript('## 乙\n\n正文。\n', '分目: 甲'), 'subcategory-twice 3:5'],
  ['no body', manuscript(''), 'manuscript-empty 1:1'],
];

const CHRONICLE: Case[] = [
  ['an event before the first month', chronicle('6日　甲。\n'), 'chronicle-no-month 6:1'],
  ['a heading that is no month', chronicle('## 春季\n\n6日　甲。\n'), 'chronicle-heading 6:1'],
  ['a heading ### in a month', chronicle('## 1月\n\n### 会议\n\n6日　甲。\n'), 'heading-genre 8:1'],
  ['a heading ### without a month', chronicle('### 会议\n\n甲。\n'), 'heading-genre 6:1'],
  ['a date without a space', chronicle('## 1月\n\n6日召开会议。\n'), 'chronicle-unparted 8:1'],
  ['a date with nothing after it', chronicle('## 1月\n\n6日\n'), 'event-empty 8:1'],
];

const ROSTER: Case[] = [
  ['a line without a colon', roster('- 主任李强\n'), 'roster-no-colon 6:3'],
  ['a colon only inside brackets', roster('- 主任（任期：一年）李强\n'), 'roster-no-colon 6:3'],
  ['no post', roster('- ：李强\n'), 'roster-no-post 6:3'],
  ['no name', roster('- 主任：\n'), 'roster-no-name 6:5'],
  ['a trailing semicolon', roster('- 主任：李强；\n'), 'roster-no-name 6:8'],
  ['a bracket that is not closed', roster('- 主任：李强（女\n'), 'roster-brackets 6:3'],
  ['a bracket that is not opened', roster('- 主任：李强女）\n'), 'roster-brackets 6:3'],
  ['words after the brackets', roster('- 主任：李强（女）等\n'), 'roster-after-note 6:6'],
  ['names parted by 、', roster('- 主任：李强、王芳\n'), 'roster-separator 6:6'],
  ['a list in the list', roster('- 主任：李强\n  - 副主任：王芳\n'), 'roster-nested 6:1'],
  ['an index mark in a line', roster('- 主任：:索引[李强]\n'), 'roster-mark 6:6'],
];

const TABLES: Case[] = [
  ['a row too short', article('| 甲 | 乙 |\n| --- | --- |\n| 1 |\n'), 'table-ragged 8:1'],
  ['a row too long', article('| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 | 3 |\n'), 'table-ragged 8:10'],
  ['a text right below', article('| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n接着写。\n'), 'table-ragged 9:1'],
  ['a text right below one column', article('| 甲 |\n| --- |\n| 1 |\n接着写。\n'), 'table-ragged 9:1'],
  ['a head and a rule that differ', article('| 甲 | 乙 |\n| --- |\n| 1 | 2 |\n'), 'table-not-read 6:1'],
  ['no rule', article('| 甲 | 乙 |\n| 1 | 2 |\n'), 'table-not-read 6:1'],
  ['full-width bars', article('｜ 甲 ｜ 乙 ｜\n'), 'table-not-read 6:1'],
  ['^ in the first row', article('| ^ | 乙 |\n| --- | --- |\n| 1 | 2 |\n'), 'table-merge-above 6:3'],
  ['> in the last column', article('| 甲 | > |\n| --- | --- |\n| 1 | 2 |\n'), 'table-merge-right 6:7'],
  [
    'a merge that is no rectangle',
    article('| > | 甲 | 乙 |\n| --- | --- | --- |\n| ^ | 1 | 2 |\n'),
    'table-merge-shape 6:7',
  ],
  ['a row merged away', article('| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n| ^ | ^ |\n'), 'table-row-merged 9:3'],
  ['a photo in a cell', article('| 甲 |\n| --- |\n| ![](a.jpg) |\n'), 'image-inline 8:3'],
];

const PHOTOS: Case[] = [
  ['a photo in a text', article('见![图](a.jpg)。\n'), 'image-inline 6:2'],
  ['full-width brackets', plates('![图]（a.jpg）\n'), 'image-mark 6:1'],
  ['a full-width exclamation mark', plates('！[图](a.jpg)\n'), 'image-mark 6:2'],
  ['a space in the file name', plates('![图](my photo.jpg)\n'), 'image-mark 6:1'],
  ['an unknown attribute', plates('![图](a.jpg){满板}\n'), 'photo-attribute 6:13'],
  ['a value for a flag', plates('![图](a.jpg){满版=是}\n'), 'photo-attribute 6:13'],
  ['no value', plates('![图](a.jpg){裁切}\n'), 'photo-attribute 6:13'],
  ['a photo in a caption', plates('![甲![乙](b.jpg)](a.jpg)\n'), 'photo-caption 6:3'],
  ['no file name', plates('![图]()\n'), 'photo-no-path 6:1'],
  ['a web address', plates('![图](https://example.com/a.jpg)\n'), 'photo-remote 6:1'],
  ['data', plates('![图](data:image/png;base64,AAAA)\n'), 'photo-remote 6:1'],
  ['a file address', plates('![图](file:///a.jpg)\n'), 'photo-remote 6:1'],
  ['a path out of the volume', plates('![图](../../a.jpg)\n'), 'photo-outside 6:1'],
  ['a path out of the volume, encoded', plates('![图](%2e%2e/%2e%2e/a.jpg)\n'), 'photo-outside 6:1'],
  ['an absolute path', plates('![图](/a.jpg)\n'), 'photo-outside 6:1'],
  ['a drive letter', plates('![图](C:/photos/a.jpg)\n'), 'photo-path 6:1'],
  ['backslashes', plates('![图](photos\\a.jpg)\n'), 'photo-path 6:1'],
  ['a title', plates('![图](a.jpg "题")\n'), 'photo-title 6:1'],
  ['a heading ###', plates('## 甲\n\n### 乙\n\n![图](a.jpg)\n'), 'heading-genre 8:1'],
];

const MARKS: Case[] = [
  ['an unknown attribute', manuscript('甲:索引[乙]{字="丙"}丁\n'), 'index-mark-attribute 5:2'],
  ['an empty attribute', manuscript('甲:索引[乙]{词=""}丁\n'), 'index-mark-empty 5:2'],
  ['full-width quotation marks', manuscript('甲:索引[乙]{词=“丙”}丁\n'), 'index-mark-quotes 5:2'],
  ['no term', manuscript('甲:索引[]丁\n'), 'index-mark-no-term 5:2'],
  ['a full-width colon', manuscript('甲：索引[乙]丁\n'), 'index-mark-malformed 5:2'],
  ['full-width brackets', manuscript('甲:索引［乙］丁\n'), 'index-mark-malformed 5:2'],
  ['a bracket that is not closed', manuscript('甲:索引[乙丁\n'), 'index-mark-malformed 5:2'],
  ['a space before the bracket', manuscript('甲:索引 [乙]丁\n'), 'index-mark-malformed 5:2'],
  ['a brace that is not closed', manuscript('甲:索引[乙]{词="丙"丁\n'), 'index-mark-attributes 5:8'],
];

for (const [name, cases] of Object.entries({
  FRONT_MATTER,
  MARKDOWN,
  ENTRIES,
  CHRONICLE,
  ROSTER,
  TABLES,
  PHOTOS,
  MARKS,
})) {
  describe(name.toLowerCase().replace('_', ' '), () => {
    it.each(cases)('%s', async (_, source, ...expected) => {
      const { messages } = await read(source);
      expect(places(messages)).toEqual(expected);
    });
  });
}

describe('every message', () => {
  it('says what is wrong and what to do, in Chinese', async () => {
    for (const cases of [FRONT_MATTER, MARKDOWN, ENTRIES, CHRONICLE, ROSTER, TABLES, PHOTOS, MARKS]) {
      for (const [, source] of cases) {
        for (const { reason, remedy, file } of (await read(source)).messages) {
          expect(reason).toMatch(/\p{Script=Han}/u);
          expect(remedy).toMatch(/\p{Script=Han}/u);
          expect(file).toBe('01-农业/01-稿件.md');
        }
      }
    }
  });
});
