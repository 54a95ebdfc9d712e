/**
 * 读音.yaml: the readings that the volume itself gives, each with its place in the file. A word holds wherever it
 * stands in a term; under 人名 it is a surname or a whole name, and holds in names alone.
 *
 *     六安: lù ān
 *     行长: hang2zhang3
 *     人名:
 *       覃: tán
 */
import type { GivenReading } from '../tree/index-sources.js';
import type { Message } from '../tree/message.js';
import { formatSyllable, parseSyllable, parseSyllables } from '../tree/syllable.js';
import { readYaml, type YamlPair } from './yaml.js';

/** The name of the file in a volume folder. */
export const READINGS_FILE = '读音.yaml';

const PERSONS = '人名';
/** What editors call the words outside 人名; the section may be left out. */
const WORDS = '词语';

const HAN = /\p{Script=Han}/u;

type Report = (rule: string, pair: Pick<YamlPair, 'keyPosition'>, reason: string, remedy: string) => void;

/** Reads 读音.yaml. */
export function readReadings(
  source: string,
  file: string = READINGS_FILE,
): { readings: GivenReading[]; messages: Message[] } {
  const text = source.replace(/^\uFEFF/u, '');
  const { pairs, messages } = readYaml({ text, file, room: 'readings', line: 1, offset: 0 });
  const report: Report = (rule, { keyPosition: { start } }, reason, remedy) => {
    messages.push({ severity: 'error', rule, file, line: start.line, column: start.column, reason, remedy });
  };
  const readings = pairs.flatMap((pair): GivenReading[] => {
    const { key, value } = pair;
    if (value.kind !== 'mapping') {
      if (key === PERSONS || key === WORDS) {
        if (value.kind !== 'empty') {
          report('readings-form', pair, `“${key}:”后面应当另起一行写读音`, `下一行缩进两格，例如“  覃: tán”`);
        }
        return [];
      }
      return readPair(pair, false, report);
    }
    if (key === PERSONS || key === WORDS) {
      const person = key === PERSONS;
      warnRepeated(value.pairs, report);
      return value.pairs.flatMap((each) => readPair(each, person, report));
    }
    const remedy = `只有“${PERSONS}:”下面可以再分行；词的读音直接写“词: 读音”`;
    report('readings-section', pair, `不认识“${key}”这一栏`, remedy);
    return [];
  });
  return { readings, messages };
}

function readPair(pair: YamlPair, person: boolean, report: Report): GivenReading[] {
  const { key, keyPosition, value } = pair;
  const example = '例如“六安: lù ān”，或“六安: lu4 an1”';
  const count = [...key].filter((character) => HAN.test(character)).length;
  if (count === 0) {
    report('readings-not-han', pair, `“${key}”里没有汉字，用不着读音`, '冒号前面写汉字的词，后面写拼音');
    return [];
  }
  if (value.kind === 'empty') {
    report('readings-empty', pair, `“${key}”后面没有写读音`, `写上拼音，${example}，或者删去这一行`);
    return [];
  }
  if (value.kind !== 'text' || value.multiline) {
    report('readings-form', pair, `“${key}”的读音应当写成一行拼音`, example);
    return [];
  }
  const syllables = parseSyllables(value.text, count);
  if (syllables) {
    const toneless = syllables.filter(({ tone }) => tone === 5).length;
    if (toneless === count && !/[05]/.test(value.text)) {
      report('readings-tone', pair, `“${key}”的读音没有标声调`, `标上声调，${example}`);
      return [];
    }
    const position = keyPosition;
    return [{ words: { text: key, position }, syllables: syllables.map(formatSyllable), person }];
  }
  const wrong = wrongSyllable(value.text);
  if (wrong !== undefined) {
    report('readings-syllable', pair, `“${key}”的读音里“${wrong}”不是汉语的音节`, `改成正确的拼音，${example}`);
    return [];
  }
  const written = parseSyllables(value.text)?.length ?? 0;
  const reason = `“${key}”有${count}个汉字，读音却有${written}个音节`;
  report('readings-count', pair, reason, '一个汉字写一个音节，音节之间空一格');
  return [];
}

/** The first part that is no syllable, and no row of syllables. */
function wrongSyllable(text: string): string | undefined {
  return text
    .trim()
    .split(/[\s'’·-]+/)
    .find((part) => !parseSyllable(part) && !parseSyllables(part));
}

/** Of the file itself `readYaml` finds what is written twice; of a section it does not. */
function warnRepeated(pairs: readonly YamlPair[], report: Report): void {
  const first = new Map<string, number>();
  for (const pair of pairs) {
    const line = first.get(pair.key);
    if (line === undefined) first.set(pair.key, pair.keyPosition.start.line);
    else report('readings-duplicate-key', pair, `“${pair.key}”写了两次（第${line}行已有）`, '只留一个');
  }
}
