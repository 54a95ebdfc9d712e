/** Every rule is run on its own examples. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/check/index.js';
import { readFiles } from '../manuscript/sample.js';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  it('has examples of what is in order and what is not', () => {
    expect(rule.examples.some((example) => example.expected.length === 0)).toBe(true);
    expect(rule.examples.some((example) => example.expected.length > 0)).toBe(true);
  });

  it.each(rule.examples.map((example) => [example.name, example] as const))('%s', async (__, example) => {
    const files = Object.entries(example.files).map(([file, source]) => {
      const category = /^\d+-(.*?)\//.exec(file)?.[1];
      return [file, source.startsWith('---') ? source : `---\n类目: ${category}\n---\n\n${source}`];
    });
    const { volume, messages } = await readFiles(Object.fromEntries(files));
    if (!volume || messages.length > 0) throw new Error(`the example itself is not in order: ${messages[0]?.reason}`);
    const found = rule.check(volume);
    expect(found.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(example.expected);
    for (const message of found) expect(message).toMatchObject({ rule: rule.id, severity: rule.severity });
  });
});
