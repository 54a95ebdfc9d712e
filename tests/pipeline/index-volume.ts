/** A volume made for its index: long terms, terms with many places, sub-headings, references, letters of all lengths. */
import type { Files } from './volume.js';

const FIELDS = '农业 工业 财政 教育 卫生 文化 旅游 水利 林业 气象 交通 邮政 电力 商务 金融 税务 审计 统计 民政'.split(
  ' ',
);
const DEEDS = '建设 改革 管理 服务 监督 宣传 保护 规划 发展 治理'.split(' ');
const KINDS = '工作 情况 工程 项目 体系 机制 会议 活动'.split(' ');
const SENTENCE = '全县坚持稳中求进，各项任务全部完成，群众满意度继续提高。';
const PARTS = ['综合', '经济', '社会'];
/** Terms that many entries name again. */
const FREQUENT = ['乡村振兴', '安全生产专项整治三年行动', '优化营商环境'];

const pick = (list: string[], at: number): string => list[at % list.length] as string;

/** The title of entry `i`: every tenth is longer than a column of the index. */
function titleOf(i: number): string {
  const field = pick(FIELDS, i);
  const words = `${field}${pick(DEEDS, Math.floor(i / 3) + i)}${pick(KINDS, Math.floor(i / FIELDS.length))}`;
  if (i % 10 === 3) return `${words}暨${pick(FIELDS, i + 7)}${pick(DEEDS, i)}和${pick(FIELDS, i + 3)}人才队伍表彰大会`;
  if (i % 25 === 7) return `“${field}+”${words}`;
  return i % 31 === 5 ? `5G${words}` : words;
}

function entry(i: number): string {
  const marks = [
    ...FREQUENT.filter((_, at) => (i * i + at) % 11 === 1).map((term) => `:索引[]{词="${term}"}`),
    ...(i % 4 === 0
      ? [
          `:索引[]{词="${pick(['水利', '农业', '教育'], i / 4)}" 下级="${pick(DEEDS, i)}${pick(KINDS, i / 4)}${i % 5 === 0 ? '和专业技术人才队伍培训考核' : ''}"}`,
        ]
      : []),
    ...(i % 20 === 11 ? [`:索引[]{词="${pick(FIELDS, i)}别称" 见="${titleOf(i)}"}`] : []),
    ...(i % 20 === 17 ? [`:索引[]{词="${titleOf(i)}" 参见="${titleOf(i - 1)}"}`] : []),
  ];
  return `【${titleOf(i)}】${SENTENCE.repeat(3 + (i % 7))}${marks.join('')}\n\n${SENTENCE.repeat(2 + (i % 5))}\n`;
}

/** The files of the volume; `more` goes into book.yaml. */
export function indexVolume(more: string[] = []): Files {
  const settings = [
    '书名: 测试县年鉴',
    '卷号: 2022',
    '记述年份: 2021',
    '主办: 测试县',
    '编纂: 测试县办公室',
    ...more,
    '',
  ];
  const manuscripts = PARTS.map((part, at) => {
    const entries = Array.from({ length: 80 }, (_, i) => entry(i * PARTS.length + at)).join('\n');
    return [`0${at + 1}-${part}/01-${part}.md`, `---\n类目: ${part}\n---\n\n${entries}`] as const;
  });
  return { 'book.yaml': settings.join('\n'), ...Object.fromEntries(manuscripts) };
}
