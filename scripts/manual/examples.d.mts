export interface Example {
  language: string;
  name: string;
  source: string;
  trim: string;
  wholePage: boolean;
  look: string | undefined;
  digest: string;
}

export const PAGES: readonly string[];
export function readExamples(page: string): Example[];
export function writeVolume(example: Example, folder: string): string;
