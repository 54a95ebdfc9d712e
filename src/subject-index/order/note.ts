/** The order in words, for the note (说明) of the printed index and for the report. */
import type { OrderSettings } from './arrange.js';

const METHODS: Record<OrderSettings['order'], string> = {
  字字对照:
    '按汉语拼音字母顺序逐字排列：首字音节相同的依声调，同音同调的依笔画数和笔顺，首字相同的再比第二字，依此类推。',
  整词字母: '按整条标引词的汉语拼音字母顺序排列：字母相同的依各音节的声调，声调也相同的依各字的笔画数和笔顺。',
};

/** Whole sentences, in the order in which a reader needs them. */
export function orderNote({ order, marks, others }: OrderSettings): string {
  return `${METHODS[order]}${marksNote(marks)}${othersNote(marks, others)}`;
}

function marksNote(marks: OrderSettings['marks']): string {
  return marks === '不计' ? '标引词前的引号、书名号和括号不参加排序。' : '以引号、书名号或括号开头的标引词排在最前。';
}

function othersNote(marks: OrderSettings['marks'], others: OrderSettings['others']): string {
  if (others === '混排') return '以拉丁字母开头的标引词排入相应字母，以数字开头的按首位数字的读音排入。';
  const place = marks === '在前' ? '排在其后、字母A之前' : '排在最前';
  return `以数字和拉丁字母开头的标引词${place}，数字依数值大小排列。`;
}
