/** What is found broken while a PDF is read. Reading goes on; the rules turn damage into findings. */

export type DamageKind = 'header' | 'end' | 'xref' | 'object' | 'stream' | 'pages' | 'encrypted';

export interface Damage {
  kind: DamageKind;
  /** Object number, where one is to blame. */
  object?: number;
  /** In Chinese, a clause without its full stop. */
  what: string;
}

/** The list of damage of one file; each place is kept once. */
export interface DamageLog {
  list: Damage[];
  add(kind: DamageKind, what: string, object?: number): void;
}

/** A file can be broken in a million places; the first thousand tell enough. */
const MAX_DAMAGE = 1000;

export function damageLog(): DamageLog {
  const list: Damage[] = [];
  const seen = new Set<string>();
  return {
    list,
    add(kind, what, object) {
      const key = `${kind} ${object ?? ''} ${what}`;
      if (seen.has(key) || list.length >= MAX_DAMAGE) return;
      seen.add(key);
      list.push({ kind, what, ...(object === undefined ? {} : { object }) });
    },
  };
}
