import type { SheetMap } from '@zhiheng/sheets';
import {
  type Breakdown,
  kinds,
  nearestWord,
  origins,
  parsePeriod,
  statistics,
  type UnitId,
  UserFault,
  units,
} from '@zhiheng/vocabulary';
import type { Target, TargetKind, TargetNote, TargetSubject } from './programme.js';
import type { ProjectionMethod } from './projecting/forecast.js';
import { atLeastZero, readRevisions, readTest } from './read-rule.js';
import { isReasonCode, type ReasonCode, reasonTable } from './reasons.js';

const targetKinds = [
  'ceiling',
  'floor',
  'hold',
  'growth',
  'direction',
  'qualitative',
] as const satisfies readonly TargetKind[];
const projectionMethods = ['completion-share', 'difference'] as const satisfies readonly ProjectionMethod[];
const unitIds = Object.keys(units) as UnitId[];
const reasonCodes = Object.keys(reasonTable) as ReasonCode[];

/** What a target is read against. */
export interface TargetContext {
  /** Indicators that exist; null where they are not at hand. */
  readonly indicators: ReadonlySet<string> | null;
  /** The region whose own target it is: its values are looked at where the subject names no area, and no others. */
  readonly area?: string;
}

export function readTarget(map: SheetMap, context: TargetContext): Target {
  const head = {
    id: map.text('id'),
    names: map.localized('names'),
    owners: map.texts('owners'),
    period: readPeriod(map),
    origin: map.choice('origin', origins),
    unit: map.optionalChoice('unit', unitIds),
    decimals: map.has('decimals') ? map.count('decimals', 6) : 0,
    subject: readSubject(map.optionalMap('subject'), context),
    denominator: readSubject(map.optionalMap('denominator'), context),
    provisional: map.has('provisional') && map.truth('provisional'),
    notes: map.maps('notes').map(readNote),
    appliesToRegions: context.area === undefined && map.has('applies_to_regions') && map.truth('applies_to_regions'),
    projection: map.optionalChoice('projection', projectionMethods),
  };
  const rule = readRule(map);
  const target = { ...head, ...rule, revisions: readRevisions(map, rule.kind) } as Target;
  checkUnit(map, target);
  map.close();
  return target;
}

/** The keys that belong to a kind of target. */
function readRule(map: SheetMap) {
  const kind = map.choice('kind', targetKinds);
  switch (kind) {
    case 'ceiling':
    case 'floor':
    case 'growth':
      return { kind, limit: map.number('limit') };
    case 'hold':
      return { kind, limit: map.number('limit'), tolerance: atLeastZero(map, 'tolerance') };
    case 'direction':
      return { kind, direction: map.choice('direction', ['rises', 'falls']) };
    case 'qualitative':
      return { kind, test: map.has('test') ? readTest(map.map('test')) : null };
  }
}

function readPeriod(map: SheetMap): string {
  const period = map.text('period');
  try {
    if (period !== '') parsePeriod(period);
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    map.note('period', { what: 'period is no period', found: period, expected: error.detail.expected });
  }
  return period;
}

function readSubject(map: SheetMap | null, { indicators, area }: TargetContext): TargetSubject | null {
  if (map === null) return null;
  const indicator = map.text('indicator');
  if (indicator !== '' && indicators !== null && !indicators.has(indicator)) {
    const didYouMean = nearestWord(indicator, indicators);
    map.note('indicator', {
      what: 'no indicator is named so',
      found: indicator,
      expected: 'an id of definitions/indicators',
      didYouMean,
    });
  }
  const parts = map.optionalMap('breakdown');
  const breakdown: Breakdown = parts?.has('kind') ? { kind: parts.choice('kind', kinds) } : {};
  parts?.close();
  const subject = {
    indicator,
    area: area === undefined || map.has('area') ? map.text('area') : area,
    breakdown,
    statistic: map.optionalChoice('statistic', statistics),
  };
  if (area !== undefined && subject.area !== '' && subject.area !== area) {
    map.note('area', { what: 'a target of a region looks at another area', found: subject.area, expected: area });
  }
  map.close();
  return subject;
}

export function readNote(map: SheetMap): TargetNote {
  const code = map.text('code');
  if (code !== '' && !isReasonCode(code)) {
    const didYouMean = nearestWord(code, reasonCodes);
    map.note('code', {
      what: 'no reason has this code',
      found: code,
      expected: 'a code of the table of reasons',
      didYouMean,
    });
  }
  const note = { code: code as ReasonCode, blocks: map.truth('blocks') };
  map.close();
  return note;
}

/** A growth is judged as a rate, a quotient as a share, everything else in the unit of its indicator. */
function checkUnit(map: SheetMap, { kind, unit, subject, denominator }: Target): void {
  if (subject === null) {
    if (denominator !== null)
      map.note('denominator', { what: 'a denominator stands without a subject', expected: 'subject' });
    return;
  }
  const expected = kind === 'growth' ? 'growth-rate' : denominator === null ? null : 'share';
  if (expected !== null && unit !== expected) {
    map.note('unit', { what: 'the unit does not fit the kind', found: unit ?? 'nothing', expected });
  }
  if (expected === null && unit === null)
    map.note('unit', { what: 'the key unit is missing', expected: 'unit: a unit of the vocabulary' });
}
