/** A rule of the inspector: data with a name and a clause, and a pure look at the model. */
import type { Line, Model } from './lines.js';

export interface Rule {
  /** Stable. */
  id: string;
  /** What a proofreader calls the fault. */
  name: string;
  /** What `checked` counts. */
  unit: string;
  /** The clause it comes from. */
  clause: string;
  check(model: Model): Finding;
}

export interface Finding {
  /** Lines, line ends, pairs of marks …: what the rule had to look at. */
  checked: number;
  breaches: Spot[];
}

export interface Spot {
  line: Line;
  /** What was found, in a few Chinese words. */
  what: string;
  /** Nothing else was possible here: told, but not counted as something to look at. */
  forced?: boolean;
}

/** A rule that looks at lines one by one: `look` gives a spot, `true` where the line is sound, nothing where it does not apply. */
export function eachLine(look: (line: Line, model: Model) => Omit<Spot, 'line'> | boolean | undefined): Rule['check'] {
  return (model) => {
    const finding: Finding = { checked: 0, breaches: [] };
    for (const line of model.lines) {
      const seen = look(line, model);
      if (seen === undefined || seen === false) continue;
      finding.checked += 1;
      if (seen !== true) finding.breaches.push({ line, ...seen });
    }
    return finding;
  };
}
