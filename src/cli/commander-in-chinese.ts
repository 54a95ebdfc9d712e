/**
 * Commander's own words in Chinese. It has no catalogue of messages, so its help is translated through its hooks and
 * its errors by their codes.
 */
import { type Argument, type Command, type CommanderError, Help, type Option } from 'commander';

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '全局选项：',
  'Commands:': '命令：',
};

/** Errors: commander's code, the parts of its message we need, and what we say instead. */
const ERRORS: { code: string; pattern: RegExp; text: (...parts: string[]) => string }[] = [
  { code: 'commander.unknownOption', pattern: /option '(.*?)'/, text: (option) => `没有“${option}”这个选项` },
  { code: 'commander.unknownCommand', pattern: /command '(.*?)'/, text: (name) => `没有“${name}”这个命令` },
  { code: 'commander.missingArgument', pattern: /argument '(.*?)'/, text: (name) => `缺少参数“${name}”` },
  { code: 'commander.optionMissingArgument', pattern: /option '(.*?)'/, text: (flags) => `选项“${flags}”后面缺少内容` },
  { code: 'commander.missingMandatoryOptionValue', pattern: /option '(.*?)'/, text: (flags) => `缺少选项“${flags}”` },
  {
    code: 'commander.conflictingOption',
    pattern: /'(.*?)' cannot be used with .*?'(.*?)'/,
    text: (one, other) => `选项“${one}”和“${other}”不能同时使用`,
  },
  {
    code: 'commander.excessArguments',
    pattern: /Expected (\d+) arguments? but got (\d+)/,
    text: (expected, given) => `参数多了：最多${expected}个，给了${given}个`,
  },
  {
    code: 'commander.invalidArgument',
    pattern:
      /(?:option|argument) '([^']*)'(?: argument '(.*?)')? is invalid|value '(.*?)' is invalid for argument '(.*?)'/,
    text: (flags, value, otherValue, name) => `“${flags ?? name}”不能是“${value ?? otherValue}”`,
  },
];

/** Makes a program, and every command added to it afterwards, speak Chinese and leave exiting to us. */
export function speakChinese(program: Command): Command {
  const plain = new Help();
  return (
    program
      .helpOption('-h, --help', '显示帮助')
      .helpCommand('help [命令]', '显示某个命令的帮助')
      .configureHelp({
        displayWidth,
        // Commander puts a space after a title; a full-width colon has its own.
        formatHelp: (command, help) => plain.formatHelp(command, help).replace('用法： ', '用法：'),
        styleTitle: (title) => TITLES[title] ?? title,
        styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
        subcommandTerm: (command) => plain.subcommandTerm(command).replace('[options]', '[选项]'),
        optionDescription: (option) => withNotes(option),
        argumentDescription: (argument) => withNotes(argument),
      })
      // The message is printed by `main`, in Chinese; help written as an error still goes to stderr.
      .configureOutput({ outputError: () => {} })
      .exitOverride()
  );
}

/** One line for an error of commander. */
export function commanderErrorInChinese(error: CommanderError): string {
  const known = ERRORS.find(({ code }) => code === error.code);
  const parts = known?.pattern.exec(error.message);
  if (!known || !parts) return error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  const similar = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(error.message)?.[1];
  // What an argument parser of ours has to say about the value stands after commander's sentence.
  const own = /is invalid(?: for argument '.*?')?\. (.+)$/s.exec(error.message)?.[1];
  const choices = own && /^Allowed choices are (.*?)\.$/.exec(own)?.[1];
  const reason = choices ? `可用的有 ${choices.split(', ').join('、')}。` : own;
  const suggestion = similar ? `，是不是“${similar.split(', ').join('”或“')}”？` : reason ? `：${reason}` : '。';
  return known.text(...parts.slice(1)) + suggestion;
}

/** A description with its choices and default value, as commander's own but in Chinese. */
function withNotes(item: Option | Argument): string {
  const notes: string[] = [];
  if (item.argChoices) notes.push(`可用：${item.argChoices.join('、')}`);
  const isSwitch = 'isBoolean' in item && item.isBoolean();
  if (item.defaultValue !== undefined && !isSwitch) {
    notes.push(`默认：${item.defaultValueDescription ?? String(item.defaultValue)}`);
  }
  return notes.length > 0 ? `${item.description}（${notes.join('；')}）` : item.description;
}

/** How many columns a text takes on a terminal: Chinese characters and punctuation take two each. */
function displayWidth(text: string): number {
  return text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0);
}
