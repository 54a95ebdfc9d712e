/**
 * Contributors (供稿, 单位): all that one of them has sent, wherever it stands. A name may be given in part, as it is
 * spoken: 区委办 for 区委办公室, 发改局 for 发展和改革局.
 */
import type { Manuscript, Volume } from '../../tree/nodes.js';
import { nameKey } from './name-key.js';
import type { Target } from './targets.js';

/** The contributors that are called so: of those in full if there are any, else in part, else by some of their characters. */
export function findContributors(volume: Volume, words: string): Target[] {
  const key = nameKey(words);
  if (key === '') return [];
  const targets = contributorsOf(volume);
  const ways: ((name: string) => boolean)[] = [
    (name) => name === key,
    (name) => name.includes(key),
    (name) => key.length > 1 && holdsInOrder(name, key),
  ];
  for (const way of ways) {
    const matches = targets.filter((target) => target.keys.some(way));
    if (matches.length > 0) return matches;
  }
  return [];
}

/** All of a volume, each once, in the order in which they appear. */
export function contributorsOf(volume: Volume): Target[] {
  const files = new Map<string, Set<string>>();
  for (const manuscript of volume.children.flatMap((part) => part.children)) {
    for (const name of namesIn(manuscript)) {
      const known = files.get(name) ?? new Set<string>();
      files.set(name, known.add(manuscript.file));
    }
  }
  return [...files].map(([name, sent]) => ({
    kind: '供稿',
    name,
    words: `${name} ${sent.size}篇`,
    keys: [nameKey(name)],
    stretches: [...sent].map((file) => ({ file })),
  }));
}

/** Several names of one field are parted by spaces or 、. */
function namesIn({ contributor, department }: Manuscript): string[] {
  return [contributor, department].flatMap((field) =>
    (field?.value ?? '').split(/[\s\u3000、，]+/u).filter((name) => name !== ''),
  );
}

function holdsInOrder(name: string, characters: string): boolean {
  let at = 0;
  for (const character of characters) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
