/** The order in which messages are given: by file, then by place. */
import type { Message } from '../tree/message.js';

/** Sorts messages by file, line and column; book.yaml, then the folders in their order. */
export function sortMessages(messages: readonly Message[]): Message[] {
  return [...messages].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

function rank(message: Message): number {
  return message.file === 'book.yaml' ? 0 : 1;
}
