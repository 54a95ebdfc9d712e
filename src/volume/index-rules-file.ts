/**
 * 索引.yaml: the rules of the compiler, each with its place in the file. What a line says is checked here; whether
 * it meets a term of the volume is seen when the index is compiled.
 *
 *     改名:
 *       土地流转: 农村土地流转
 *     删除: [概况, 农业/综述]
 */
import type { Position } from 'unist';
import {
  INDEX_SPLITS,
  INDEX_VERBS,
  type IndexRule,
  type IndexVerb,
  PERSON_VERBS,
  type RuleObject,
} from '../tree/index-rules.js';
import type { Placed } from '../tree/index-sources.js';
import type { Message } from '../tree/message.js';
import { nearest, remedyForUnknown } from './suggest.js';
import { readYaml, type YamlPair, type YamlValue } from './yaml.js';

/** The name of the file in a volume folder. */
export const INDEX_RULES_FILE = '索引.yaml';

/** The block of rules for the index of persons. */
const PERSONS = '人名';

type Report = (rule: string, position: Position, reason: string, remedy: string) => void;

/** What is read of one line: its subject and its objects. */
type Line = Pick<IndexRule, 'subject' | 'objects'>;

/** Reads 索引.yaml. */
export function readIndexRules(
  source: string,
  file: string = INDEX_RULES_FILE,
): { rules: IndexRule[]; messages: Message[] } {
  const text = source.replace(/^\uFEFF/u, '');
  const { pairs, messages: all } = readYaml({ text, file, room: 'index-rules', line: 1, offset: 0 });
  // Of a file that cannot be read the first place tells enough: the others follow from it.
  const messages = pairs.length === 0 ? all.slice(0, 1) : all;
  const report: Report = (rule, { start }, reason, remedy) => {
    messages.push({ severity: 'error', rule, file, line: start.line, column: start.column, reason, remedy });
  };
  const rules = pairs.flatMap((pair): IndexRule[] => {
    if (pair.key !== PERSONS) return readVerb(pair, [...INDEX_VERBS, PERSONS], false, report);
    if (pair.value.kind === 'empty') return [];
    if (pair.value.kind === 'mapping')
      return pair.value.pairs.flatMap((each) => readVerb(each, PERSON_VERBS, true, report));
    const remedy = `“人名:”下面另起一行，缩进两格写${PERSON_VERBS.join('、')}`;
    report('index-rule-form', pair.value.position, '“人名”下面应当写对人名索引的改动', remedy);
    return [];
  });
  return { rules, messages };
}

/** Words that compilers use for a verb. */
const OTHER_NAMES: Record<string, IndexVerb> = {
  添加: '增加',
  新增: '增加',
  更名: '改名',
  改为: '改名',
  替换: '改名',
  拆开: '拆分',
  归并: '合并',
  删去: '删除',
  不收: '删除',
  剔除: '删除',
  副标目: '下级',
  子目: '下级',
  分开: '分列',
  参看: '参见',
  另见: '参见',
};

function readVerb(
  { key, keyPosition, value }: YamlPair,
  known: readonly string[],
  person: boolean,
  report: Report,
): IndexRule[] {
  if (!known.includes(key)) {
    const other = OTHER_NAMES[key];
    const list = `可用的有：${known.join('、')}`;
    const remedy = other && known.includes(other) ? `是不是“${other}”？${list}` : remedyForUnknown(key, known);
    report('index-rule-verb', keyPosition, `${INDEX_RULES_FILE}里不认识“${key}”`, remedy);
    return [];
  }
  const verb = key as IndexVerb;
  // A verb under which nothing is left to do is no mistake.
  return linesOf(verb, value, report).flatMap((line) => {
    const objects = checkObjects(verb, line, report);
    return objects ? [{ verb, subject: line.subject, objects, person }] : [];
  });
}

const LONE: readonly IndexVerb[] = ['删除', '分列'];

/** How each verb is written; shown where a line is not. */
const FORMS: Record<IndexVerb, string> = {
  增加: '写成“标引词: 类目/条目”，几处写成“标引词: [类目/条目, 类目/条目]”',
  改名: '写成“原来的词: 改成的词”',
  拆分: '写成“民族宗教: [民族, 宗教]”',
  合并: '写成“合并成的词: [原来的词, 原来的词]”',
  删除: '写成“删除: [词, 类目/条目]”，或者一行一个，前面写“- ”',
  下级: '写成“主词: [下级词, 下级词]”',
  分列: `写成“分列: [词, 词]”，或者“词: ${INDEX_SPLITS.join('”“词: ')}”`,
  见: '写成“不用的词: 该查的词”',
  参见: '写成“词: [有关的词, 有关的词]”',
};

/** The lines below a verb, however they are typed: one by one, as a list, or a single word. */
function linesOf(verb: IndexVerb, value: YamlValue, report: Report): Line[] {
  switch (value.kind) {
    case 'empty':
      return [];
    case 'list':
      return value.items.flatMap((item) => linesOf(verb, item, report));
    case 'mapping':
      return value.pairs.flatMap((pair) => {
        const subject = placed(pair.key, pair.keyPosition);
        if (subject) return [{ subject, objects: objectsOf(verb, pair.value, report) }];
        report('index-rule-form', pair.keyPosition, `“${verb}”下面有一行没有词`, FORMS[verb]);
        return [];
      });
    case 'text': {
      const subject = LONE.includes(verb) ? placed(value.text, value.position) : undefined;
      if (subject) return [{ subject, objects: [] }];
      report('index-rule-form', value.position, `“${verb}”下面的“${value.text}”后面没有冒号和内容`, FORMS[verb]);
      return [];
    }
  }
}

function objectsOf(verb: IndexVerb, value: YamlValue, report: Report): RuleObject[] {
  switch (value.kind) {
    case 'empty':
      return [];
    case 'list':
      return value.items.flatMap((item) => objectsOf(verb, item, report));
    case 'text':
      return [placed(value.text, value.position)].filter((object) => object !== undefined);
    case 'mapping':
      return value.pairs.flatMap((pair): RuleObject[] => {
        const object = placed(pair.key, pair.keyPosition);
        const [wording, ...more] = objectsOf(verb, pair.value, report);
        if (verb !== '下级' || !object || more.length > 0) {
          report('index-rule-form', pair.keyPosition, `“${verb}”这一行分得太细`, FORMS[verb]);
          return [];
        }
        return [wording ? { ...object, wording: wording.text } : object];
      });
  }
}

/** The objects of a line, or nothing, and a message, where the verb has no use for them. */
function checkObjects(verb: IndexVerb, { subject, objects }: Line, report: Report): RuleObject[] | undefined {
  const fail = (position: Position, reason: string, remedy = FORMS[verb]): undefined => {
    report('index-rule-form', position, reason, remedy);
    return undefined;
  };
  const [first, second] = objects;
  if (verb === '删除')
    return first ? fail(first.position, `“删除”下面的“${subject.text}”后面多了“${first.text}”`) : objects;
  if (verb === '分列') return checkSplit(subject, objects, fail);
  if (!first) return fail(subject.position, `“${verb}”下面的“${subject.text}”后面没有内容`);
  if (verb === '改名' && second)
    return fail(second.position, `“${subject.text}”只能改成一个词`, '要分成几个词，写在“拆分”下面');
  if (verb !== '拆分' || second) return objects;
  const parts = first.text.split(/[、，,；;]/u).flatMap((part) => placed(part, first.position) ?? []);
  return parts.length > 1
    ? parts
    : fail(first.position, `“${subject.text}”只拆成了一个词`, '只换一个说法，写在“改名”下面');
}

function checkSplit(
  subject: Placed,
  objects: RuleObject[],
  fail: (position: Position, reason: string, remedy: string) => undefined,
): RuleObject[] | undefined {
  const [by = { text: INDEX_SPLITS[0], position: subject.position }, more] = objects;
  const splits: readonly string[] = INDEX_SPLITS;
  if (!more && splits.includes(by.text)) return [by];
  const guess = nearest(by.text, splits);
  const remedy = `${guess ? `是不是“${guess}”？` : ''}只能按${splits.join('、')}分列`;
  return fail((more ?? by).position, `“${subject.text}”不能按“${(more ?? by).text}”分列`, remedy);
}

function placed(text: string, position: Position): Placed | undefined {
  const words = text.replace(/[ \t\r\n]+/gu, ' ').trim();
  return words === '' ? undefined : { text: words, position };
}
