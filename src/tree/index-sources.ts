/** What a compiler writes beside book.yaml for the index: 索引.yaml (rules) and 读音.yaml (readings). */
import type { Position } from 'unist';

/** A word of such a file, with its place there. */
export interface Placed {
  text: string;
  position: Position;
}

/** A reading that the volume itself gives: of a word wherever it stands in a term, or of a person's name or surname. */
export interface GivenReading {
  /** 六安, 单雄信, 覃 */
  words: Placed;
  /** One syllable a Han character, as typed, checked: lù ān. */
  syllables: string[];
  /** True where it holds in names of persons alone. */
  person: boolean;
}
