/** What every reader is handed: the manuscript's source, and where its messages, changes and ids go. */
import type { Point, Position } from 'unist';
import type { Message, Severity } from '../tree/message.js';

/** Something normalization changed: what stands in the manuscript and what is set instead. */
export interface Change {
  file: string;
  line: number;
  column: number;
  before: string;
  after: string;
  /** Stable id: `space-removed`, `invisible-removed`, `half-width-mark` … */
  rule: string;
}

/** The kinds of things that are numbered within a manuscript, by the letter of their ids. */
export type IdKind = 's' | 'e' | 'h' | 't' | 'f' | 'k';

export class Reading {
  readonly messages: Message[] = [];
  readonly changes: Change[] = [];
  private readonly counters = new Map<IdKind, number>();

  constructor(
    /** Path relative to the volume folder, with `/`. */
    readonly file: string,
    /** `p05m02` */
    readonly id: string,
    /** The text that is parsed, without its byte order mark and invisible characters. */
    readonly source: string,
  ) {}

  /** The next id of a kind, in document order: `p05m02e3`. */
  nextId(kind: IdKind): string {
    const number = (this.counters.get(kind) ?? 0) + 1;
    this.counters.set(kind, number);
    return `${this.id}${kind}${number}`;
  }

  error(rule: string, place: Position | Point | undefined, reason: string, remedy: string): void {
    this.report('error', rule, place, reason, remedy);
  }

  warning(rule: string, place: Position | Point | undefined, reason: string, remedy: string): void {
    this.report('warning', rule, place, reason, remedy);
  }

  change(rule: string, point: Point, before: string, after: string): void {
    this.changes.push({ file: this.file, line: point.line, column: point.column, before, after, rule });
  }

  /** The source text of a node. */
  slice(position: Position): string {
    return this.source.slice(position.start.offset, position.end.offset);
  }

  private report(
    severity: Severity,
    rule: string,
    place: Position | Point | undefined,
    reason: string,
    remedy: string,
  ): void {
    const point = place && 'start' in place ? place.start : place;
    const where = point ? { line: point.line, column: point.column } : {};
    this.messages.push({ severity, rule, file: this.file, ...where, reason, remedy });
  }
}

/** The position of a node that came from the parser, which always has one. */
export function placeOf(node: { position?: Position | undefined }): Position {
  if (!node.position) throw new Error('a parsed node has a position');
  return node.position;
}
