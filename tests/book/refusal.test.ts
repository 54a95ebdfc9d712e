import { describe, expect, it } from 'vitest';
import { openMessageDesk, Refusal } from '../../src/book/refusal.js';
import type { Message } from '../../src/tree/message.js';

const message = (severity: Message['severity'], rule: string): Message => ({
  severity,
  rule,
  file: '05-农业/01-甲.md',
  reason: '标题重复',
  remedy: '改一个',
});
const WARNING = message('warning', 'duplicate-entry');
const ERROR = message('error', 'table-ragged');

/** The refusal that taking these must end in. */
function refusal(strict: boolean, ...steps: Message[][]): Refusal {
  const desk = openMessageDesk(strict);
  try {
    for (const found of steps) desk.take(found);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('the desk for messages', () => {
  it('goes on after warnings and remembers them', () => {
    const desk = openMessageDesk(false);
    desk.take([WARNING]);
    desk.take([]);
    desk.take([WARNING]);
    expect(desk.messages).toEqual([WARNING, WARNING]);
  });

  it('refuses to go on at an error, with everything said so far', () => {
    expect(refusal(false, [WARNING], [WARNING, ERROR]).messages).toEqual([WARNING, WARNING, ERROR]);
  });

  it('takes warnings for errors where it is strict', () => {
    const { messages } = refusal(true, [], [WARNING]);
    expect(messages.map(({ severity, rule }) => [severity, rule])).toEqual([['error', 'duplicate-entry']]);
  });
});
