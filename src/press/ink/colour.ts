/** One colour of any space as inks. */
import { type Cmyk, type Inks, tint } from './inks.js';
import { componentsOf, type Space } from './spaces.js';

/** The inks of a colour; nothing for spots, patterns and spaces that are not converted. */
export function inksOf(space: Space, components: readonly number[], inks: Inks): Cmyk | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = components;
  switch (space.kind) {
    case 'grey':
      return tint(a);
    case 'rgb':
      return inks.of(a, b, c);
    case 'cmyk':
      return [a, b, c, d];
    case 'indexed': {
      const size = componentsOf(space.base);
      const bytes = space.palette.subarray(Math.round(a) * size, (Math.round(a) + 1) * size);
      return inksOf(
        space.base,
        [...bytes].map((byte) => byte / 255),
        inks,
      );
    }
  }
  return undefined;
}
