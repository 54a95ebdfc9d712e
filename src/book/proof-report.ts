/** What a proof tells the command line. */
import type { Round } from '../proof/model.js';

export interface ProofReport {
  /** The proof; absolute path. */
  file: string;
  bytes: number;
  scope: string;
  round: Round;
  /** Pages of the book in it, and sheets of paper, lists among them. */
  pages: number;
  sheets: number;
  /** A3横, A4; 缩印 88% where the pages do not stand at full size. */
  paper: string;
  /** The first and last folio. */
  folios: [string, string];
  /** Why the folios may not be those of the book; absent where they are. */
  provisional?: string;
  /** The proof it was compared with; absent for a first one. */
  since?: string;
  /** 改动 12 处：…; absent for a first proof. */
  changes?: string;
  findings: { errors: number; warnings: number; notes: number; dismissed: number };
  /** Flows that were set anew. */
  freshFlows: number;
  /** Milliseconds a phase. */
  times: Record<string, number>;
  /** What is not in the proof itself: records of earlier proofs that could not be read. */
  remarks: string[];
}
