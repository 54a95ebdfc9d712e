/**
 * Advances: how wide the characters of a font are in this browser. Han and its marks fill their em in every font of the
 * book; all other characters are measured once each, as the browser sets them in Chinese text.
 */

/** Characters below U+2E80 that are as wide as the font is high, whatever the font. */
const FULL_WIDTH = '—…‘’“”';
/** Copies of a character in a probe: the browser rounds widths to 1/64 px. */
const COPIES = 32;

export interface Advances {
  /** Notes the characters of a text that have yet to be measured. */
  want(font: string, text: string): void;
  /** Measures what is wanted, in one layout. */
  measure(): void;
  /** Space that the browser sets between Han and this character, before and after it, em. */
  autospace(character: string): Autospace;
  /** Width of a character in `font` at `size` px. */
  of(font: string, size: number, character: string): number;
}

export interface Autospace {
  before: number;
  after: number;
}

const NO_SPACE: Autospace = { before: 0, after: 0 };

/** `font` is what {@link probeFont} says of an element: one font has one table of widths, whatever its size on the page. */
export function openAdvances(): Advances {
  const known = new Map<string, Map<string, number>>();
  const wanted = new Map<string, Set<string>>();
  const spaces = new Map<string, Autospace>();
  return {
    want(font, text) {
      const widths = known.get(font);
      const missing = wanted.get(font) ?? new Set<string>();
      for (const character of text) if (!isFullWidth(character) && !widths?.has(character)) missing.add(character);
      if (missing.size > 0) wanted.set(font, missing);
    },
    measure() {
      if (wanted.size === 0) return;
      const bench = document.createElement('div');
      bench.className = 'advances';
      const probes: { font: string; character: string; probe: HTMLElement }[] = [];
      for (const [font, characters] of wanted) {
        for (const character of characters) {
          const probe = document.createElement('span');
          probe.style.font = font;
          // Signs that belong to no script take the forms of the script before them.
          probe.textContent = `国${character.repeat(COPIES)}`;
          bench.append(probe, document.createElement('br'));
          probes.push({ font, character, probe });
        }
      }
      // Which characters count as Latin here is the browser's to say: % and the comma do, brackets do not.
      const neighbours = [...new Set(probes.map(({ character }) => character))]
        .filter((character) => !spaces.has(character))
        .map((character) => ({
          character,
          alone: addProbe(bench, `国国${character}`, false),
          before: addProbe(bench, `国国${character}`, true),
          after: addProbe(bench, `国国${character}国`, true),
        }));
      document.body.append(bench);
      for (const { character, alone, before, after } of neighbours) {
        const width = widthOf(before);
        spaces.set(character, {
          before: toEighths(width - widthOf(alone)),
          after: toEighths(widthOf(after) - width - PROBE_SIZE),
        });
      }
      for (const { font, character, probe } of probes) {
        const widths = known.get(font) ?? new Map<string, number>();
        known.set(font, widths.set(character, (widthOf(probe) / PROBE_SIZE - 1) / COPIES));
      }
      bench.remove();
      wanted.clear();
    },
    autospace: (character) => spaces.get(character) ?? NO_SPACE,
    of(font, size, character) {
      if (isFullWidth(character)) return size;
      return (known.get(font)?.get(character) ?? 1) * size;
    },
  };
}

function addProbe(bench: HTMLElement, text: string, spaced: boolean): HTMLElement {
  const probe = document.createElement('span');
  probe.style.fontSize = `${PROBE_SIZE}px`;
  probe.className = spaced ? 'spaced' : '';
  probe.textContent = text;
  bench.append(probe, document.createElement('br'));
  return probe;
}

function widthOf(probe: HTMLElement): number {
  return probe.getBoundingClientRect().width;
}

/** From px of a probe to em; the browser's rounding is taken out again. */
function toEighths(width: number): number {
  return Math.round((width / PROBE_SIZE) * 64) / 64;
}

/** Size of the probes, CSS px. */
const PROBE_SIZE = 100;

/** The font of an element as the probes are set in it. */
export function probeFont(style: CSSStyleDeclaration): string {
  return `${style.fontStyle} ${style.fontWeight} ${PROBE_SIZE}px ${style.fontFamily}`;
}

function isFullWidth(character: string): boolean {
  const unit = character.charCodeAt(0);
  // Half-width forms stand among the full-width ones; everything else from here on is as wide as it is high.
  if (unit >= 0x2e80) return unit < 0xff61 || unit > 0xffdc;
  return unit >= 0x2014 && FULL_WIDTH.includes(character);
}
