import type { LocalizedText } from '@zhiheng/vocabulary';
import type { Overlay, OverlayTarget, Programme, Revision, RuleValues, Target } from '../programme.js';
import { movedTo } from '../targets-of-area.js';
import type { TargetChange } from './target-change.js';

/**
 * A programme with the limits that people set within the year over it, as further revisions; of two for the same day the one that was accepted later
 * holds. Those of the programme's own targets come first, so that a region without a rule of its own follows them.
 */
export function withChanges(programme: Programme, changes: readonly TargetChange[]): Programme {
  const own = changes.filter((one) => one.programme === programme.id);
  const national = own.filter(({ area }) => area === null).reduce(withRevised, programme);
  return own
    .filter(({ area }) => area !== null)
    .toSorted((a, b) => (a.from === b.from ? a.act - b.act : a.from < b.from ? -1 : 1))
    .reduce(withOverlaid, national);
}

function withRevised(programme: Programme, change: TargetChange): Programme {
  const targets = programme.targets.map((one) => (one.id === change.target ? revised(one, change) : one));
  const overlays = programme.overlays.map((overlay) => ({
    ...overlay,
    targets: overlay.targets.map((one) =>
      one.keepsRule && one.target.id === change.target ? { ...one, target: revised(one.target, change) } : one,
    ),
  }));
  return { ...programme, targets, overlays };
}

function withOverlaid(programme: Programme, change: TargetChange): Programme {
  const area = change.area ?? '';
  const before = programme.overlays.find((one) => one.area === area);
  const overlay: Overlay = before ?? { area, document: '', reason: null, targets: [] };
  const set = overlay.targets.find(({ target }) => target.id === change.target);
  const made = set === undefined ? newlySet(programme, change, area) : setAnew(set, change);
  if (made === null) return programme;
  const targets =
    set === undefined ? [...overlay.targets, made] : overlay.targets.map((one) => (one === set ? made : one));
  const others = programme.overlays.filter((one) => one !== before);
  return { ...programme, overlays: [...others, { ...overlay, targets }] };
}

/** A target that the region had not set: until the day it is as before, that of the programme where it applies to regions, else none. */
function newlySet(programme: Programme, change: TargetChange, area: string): OverlayTarget | null {
  const national = programme.targets.find((one) => one.id === change.target);
  if (national === undefined) return null;
  const setFrom = revisionOf(change);
  const moved = movedTo(national, area);
  const target = national.appliesToRegions
    ? { ...moved, revisions: [...before(national, change), setFrom] }
    : ({ ...moved, ...setFrom.sets, revisions: [] } as Target);
  return { target, own: false, setFrom };
}

/** A rule of its own puts later revisions of the programme out of use. */
function setAnew({ keepsRule, ...set }: OverlayTarget, change: TargetChange): OverlayTarget {
  const kept = keepsRule ? { ...set.target, revisions: before(set.target, change) } : set.target;
  return { ...set, target: revised(kept, change) };
}

function before({ revisions }: Target, { from }: TargetChange): Revision[] {
  return revisions.filter((one) => one.effectiveOn <= from);
}

function revised<Revised extends Target>(target: Revised, change: TargetChange): Revised {
  const revisions = [...target.revisions, revisionOf(change)].toSorted((a, b) =>
    a.effectiveOn === b.effectiveOn ? 0 : a.effectiveOn < b.effectiveOn ? -1 : 1,
  );
  return { ...target, revisions };
}

function revisionOf({ id, limit, due, from, reason, source }: TargetChange): Revision {
  const sets: RuleValues = { limit, ...(due === null ? {} : { due }) };
  return { effectiveOn: from, sets, reason: asGiven(reason), document: source ?? '', change: id };
}

/** The words of a person stand as they were given, in whatever language that was. */
function asGiven(words: string): LocalizedText {
  return { 'zh-Hans': words, 'zh-Hant': words, en: words };
}
