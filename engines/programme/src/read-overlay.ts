import type { SheetMap } from '@zhiheng/sheets';
import { nearestWord, origins, statistics } from '@zhiheng/vocabulary';
import type { Overlay, OverlayTarget, Target } from './programme.js';
import { readRevisions, readRuleValues } from './read-rule.js';
import { readNote, readTarget, type TargetContext } from './read-target.js';
import { movedTo } from './targets-of-area.js';

export interface OverlayContext extends TargetContext {
  /** The regions that exist; null where they are not at hand. */
  readonly areas: ReadonlySet<string> | null;
  readonly targets: readonly Target[];
  /** Ids of groups, which no target of a region may take. */
  readonly groups: readonly string[];
}

/** The overlays of a programme: one a region, with at least one target each. */
export function readOverlays(map: SheetMap, context: OverlayContext): Overlay[] {
  const seen: string[] = [];
  return map.maps('overlays').map((item) => {
    const area = readArea(item, context);
    if (area !== '' && seen.includes(area)) {
      item.note('area', { what: 'a region has two overlays', found: area, expected: 'one overlay a region' });
    }
    seen.push(area);
    const items = item.maps('targets');
    const targets = items.map((each) => readOverlayTarget(each, area, context));
    if (targets.length === 0) item.note('targets', { what: 'the overlay has no targets', expected: 'targets: a list' });
    targets.forEach(({ target }, index) => {
      if (target.id !== '' && targets.findIndex((one) => one.target.id === target.id) < index) {
        const expected = 'a target once in an overlay';
        items[index]?.note('target', { what: 'a target is set twice', found: target.id, expected });
      }
    });
    const overlay = {
      area,
      document: item.text('document'),
      reason: item.has('reason') ? item.localized('reason') : null,
      targets,
    };
    item.close();
    return overlay;
  });
}

function readArea(map: SheetMap, { areas }: OverlayContext): string {
  const area = map.text('area');
  const known = /^\d{6}$/.test(area) && (areas === null || areas.has(area));
  if (area !== '' && !known) {
    const didYouMean = areas === null ? null : nearestWord(area, areas);
    map.note('area', { what: 'no region has this code', found: area, expected: 'a GB/T 2260 code', didYouMean });
  }
  return area;
}

function readOverlayTarget(map: SheetMap, area: string, context: OverlayContext): OverlayTarget {
  if (!map.has('target')) return { target: readOwn(map, area, context), own: true };
  const id = map.text('target');
  const national = context.targets.find((one) => one.id === id);
  if (national !== undefined) return readSet(map, movedTo(national, area));
  const ids = context.targets.map((one) => one.id);
  map.note('target', {
    what: 'no target has this id',
    found: id,
    expected: 'an id of targets; a target of the region alone has id, not target',
    didYouMean: nearestWord(id, ids),
  });
  const [first] = context.targets;
  return { target: { ...(first as Target), id }, own: false };
}

function readOwn(map: SheetMap, area: string, context: OverlayContext): Target {
  const target = readTarget(map, { indicators: context.indicators, area });
  const taken = [...context.targets.map((one) => one.id), ...context.groups];
  if (taken.includes(target.id)) {
    map.note('id', {
      what: 'the id is that of a target of the programme',
      found: target.id,
      expected: `an id of its own, or target: ${target.id} to set that one for the region`,
    });
  }
  return target;
}

/** A national target as a region sets it. A rule of its own puts the revisions of the national one out of use. */
function readSet(map: SheetMap, national: Target): OverlayTarget {
  const sets = readRuleValues(map, national.kind);
  const revisions = readRevisions(map, national.kind);
  const ruled = Object.keys(sets).length > 0 || revisions.length > 0;
  const { subject } = national;
  const statistic = map.has('statistic') ? map.choice('statistic', statistics) : null;
  if (statistic !== null && subject === null) {
    map.note('statistic', { what: 'the target has no series', found: statistic, expected: 'no statistic' });
  }
  const target = {
    ...national,
    ...sets,
    names: map.has('names') ? map.localized('names') : national.names,
    owners: map.has('owners') ? map.texts('owners') : national.owners,
    origin: map.has('origin') ? map.choice('origin', origins) : national.origin,
    subject: subject === null || statistic === null ? subject : { ...subject, statistic },
    provisional: map.has('provisional') ? map.truth('provisional') : national.provisional,
    notes: map.has('notes') ? map.maps('notes').map(readNote) : national.notes,
    revisions: ruled ? revisions : national.revisions,
  } as Target;
  map.close();
  return { target, own: false, ...(ruled ? {} : { keepsRule: true }) };
}
