/** The messages of a run, and the refusal to go on when one of them is an error. */
import { strictly } from '../check/report.js';
import type { Message } from '../tree/message.js';

/** Ends the road of a book before anything is written. */
export class Refusal extends Error {
  constructor(readonly messages: Message[]) {
    super('The content has errors.');
  }
}

export interface MessageDesk {
  /** Everything said so far. */
  messages: Message[];
  /** Takes the messages of one step. Throws {@link Refusal} where one is an error, or where all count as errors. */
  take(found: Message[]): void;
}

/** @param ends whether an error ends this road: one that concerns another part of the volume may not */
export function openMessageDesk(strict: boolean, ends: (error: Message) => boolean = () => true): MessageDesk {
  const messages: Message[] = [];
  return {
    messages,
    take(found) {
      messages.push(...(strict ? strictly(found) : found));
      if (messages.some((each) => each.severity === 'error' && ends(each))) throw new Refusal(messages.filter(ends));
    },
  };
}
