/** What the rules found, gathered: the same fault of one page is one finding with its places. */
import type { Box } from '../press/pdf/pages.js';
import { type Page, toMm, trimOf } from './file/pages.js';
import type { Found, Needs, Rule, Severity } from './rule.js';

/** A place on a page, in millimetres from the top left corner of the trimmed page. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
  object?: number;
  /** The nested streams it stands in. */
  via?: string;
}

export interface Finding {
  rule: string;
  severity: Severity;
  /** Counted from 1; nothing for what concerns the whole file. */
  page?: number;
  label?: string;
  what: string;
  remedy: string;
  /** How often it stands on the page. */
  count: number;
  object?: number;
  /** The first of them. */
  places: Place[];
}

/** What could not be looked at, and so is not passed. */
export interface Gap {
  needs: Needs;
  page?: number;
  label?: string;
  /** Why, in Chinese. */
  why: string;
}

/** Places kept of one finding. */
const MAX_PLACES = 20;
/** Faults of one page that differ in nothing but their figures are told one by one up to this many. */
const MAX_VARIANTS = 40;

export interface Findings {
  list: Finding[];
  gaps: Gap[];
  say(rule: Rule, found: Found): void;
  gap(needs: Needs, why: string, page?: Page): void;
}

export function gatherFindings(): Findings {
  const list: Finding[] = [];
  const gaps: Gap[] = [];
  const known = new Map<string, Finding>();
  const variants = new Map<string, number>();
  const ends = new Map<Finding, Place>();
  return {
    list,
    gaps,
    say(rule, found) {
      const severity = found.severity ?? rule.severity;
      const group = `${rule.id}\n${found.page?.number ?? ''}\n${severity}`;
      let key = `${group}\n${found.what}`;
      let finding = known.get(key);
      if (!finding) {
        const count = (variants.get(group) ?? 0) + 1;
        variants.set(group, count);
        if (count > MAX_VARIANTS) {
          key = `${group}\n`;
          finding = known.get(key);
        }
      }
      if (!finding) {
        finding = begin(rule, found, severity);
        known.set(key, finding);
        list.push(finding);
      }
      if (!found.box || !found.page) {
        finding.count++;
        return;
      }
      const place = placeOf(found.box, found.page, found);
      const last = ends.get(finding);
      if (last && continues(last, place)) {
        widen(last, place);
        return;
      }
      finding.count++;
      ends.set(finding, place);
      if (finding.places.length < MAX_PLACES) finding.places.push(place);
    },
    gap(needs, why, page) {
      const at = page ? { page: page.number, label: page.label } : {};
      if (!gaps.some((gap) => gap.needs === needs && gap.why === why && gap.page === page?.number))
        gaps.push({ needs, why, ...at });
    },
  };
}

function begin(rule: Rule, { page, what, remedy, object }: Found, severity: Severity): Finding {
  return {
    rule: rule.id,
    severity,
    ...(page ? { page: page.number, label: page.label } : {}),
    what,
    remedy: remedy ?? rule.remedy,
    count: 0,
    ...(object === undefined ? {} : { object }),
    places: [],
  };
}

function placeOf(box: Box, page: Page, { object, via }: Found): Place {
  const trim = trimOf(page);
  return {
    x: round(toMm(box[0] - trim[0])),
    y: round(toMm(trim[3] - box[3])),
    width: round(toMm(box[2] - box[0])),
    height: round(toMm(box[3] - box[1])),
    ...(object === undefined ? {} : { object }),
    ...(via === undefined ? {} : { via }),
  };
}

/** Words of a line, lines of a column, cells of a table: what lies side by side is one place. */
const SIDE_BY_SIDE = 3;

function continues(last: Place, next: Place): boolean {
  if (last.object !== next.object || last.via !== next.via) return false;
  const gap = Math.max(SIDE_BY_SIDE, Math.min(next.height, 8));
  return (
    next.x <= last.x + last.width + SIDE_BY_SIDE &&
    next.x + next.width >= last.x - SIDE_BY_SIDE &&
    next.y <= last.y + last.height + gap &&
    next.y + next.height >= last.y - gap
  );
}

function widen(place: Place, next: Place): void {
  const right = Math.max(place.x + place.width, next.x + next.width);
  const bottom = Math.max(place.y + place.height, next.y + next.height);
  place.x = Math.min(place.x, next.x);
  place.y = Math.min(place.y, next.y);
  place.width = round(right - place.x);
  place.height = round(bottom - place.y);
}

function round(millimetres: number): number {
  return Math.round(millimetres * 10) / 10;
}
