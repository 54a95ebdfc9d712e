/**
 * Printing conditions by their names in the registry of the ICC (https://registry.color.org), so that a profile of the
 * usual ones needs no 标识. The words of a profile's own name tell which it was made for.
 */
export interface PrintingCondition {
  /** OutputConditionIdentifier of the press PDF. */
  identifier: string;
  /** OutputCondition: the process in words. */
  words: string;
  /** What the names of profiles for it say. */
  names: RegExp;
}

export const PRINTING_CONDITIONS: readonly PrintingCondition[] = [
  {
    identifier: 'FOGRA39',
    words: 'Offset printing, coated paper 115 g/m2, ISO 12647-2:2004/Amd 1 (胶印，铜版纸)',
    names: /FOGRA ?39|ISO ?coated[ _]?v2/iu,
  },
  {
    identifier: 'FOGRA51',
    words: 'Offset printing, premium coated paper 115 g/m2, ISO 12647-2:2013 (胶印，铜版纸)',
    names: /FOGRA ?51|PSO[ _]?coated[ _]?v3/iu,
  },
  {
    identifier: 'FOGRA47',
    words: 'Offset printing, uncoated paper 115 g/m2, ISO 12647-2:2004/Amd 1 (胶印，胶版纸)',
    names: /FOGRA ?47|PSO[ _]?uncoated[ _]?ISO12647/iu,
  },
  {
    identifier: 'FOGRA52',
    words: 'Offset printing, wood-free uncoated paper 120 g/m2, ISO 12647-2:2013 (胶印，胶版纸)',
    names: /FOGRA ?52|PSO[ _]?uncoated[ _]?v3/iu,
  },
  {
    identifier: 'JC200103',
    words: 'Japan Color 2001, offset printing, coated paper (胶印，铜版纸)',
    names: /Japan ?Color ?2001 ?Coated|JC200103/iu,
  },
  {
    identifier: 'CGATS TR 006',
    words: 'GRACoL2006 Coated1, offset printing, coated paper (胶印，铜版纸)',
    names: /GRACoL ?2006|TR ?006/iu,
  },
  {
    identifier: 'CGATS21-2-CRPC6',
    words: 'GRACoL2013 CRPC6, offset printing, premium coated paper (胶印，铜版纸)',
    names: /GRACoL ?2013|CRPC6/iu,
  },
  {
    identifier: 'CGATS TR 001',
    words: 'SWOP, web offset printing, coated paper (轮转胶印，铜版纸)',
    names: /SWOP|TR ?001/iu,
  },
];

export function conditionNamed(identifier: string): PrintingCondition | undefined {
  const plain = (text: string): string => text.replace(/[\s_-]/gu, '').toUpperCase();
  return PRINTING_CONDITIONS.find((condition) => plain(condition.identifier) === plain(identifier));
}

export function conditionOfProfile(description: string): PrintingCondition | undefined {
  return PRINTING_CONDITIONS.find(({ names }) => names.test(description));
}
