import type { OverlayTarget, Programme, Target, TargetGroup } from './programme.js';
import { type EffectiveDay, holds } from './rule-in-force.js';
import type { SetForArea } from './verdict.js';

/** A target that is judged, and who set it for the region; null for the programme's own. */
export interface JudgedTarget {
  readonly target: Target;
  readonly setBy: SetForArea | null;
}

/**
 * The targets that are judged for a region, in the order of the programme, then the region's own: those that its overlay sets, and those that the programme
 * says apply to regions. A national target that neither names is not one of the region. `area` null: the programme's own targets.
 * What a region set within the year counts from its day on; left out: all of it.
 */
export function targetsOfArea(programme: Programme, area: string | null, day: EffectiveDay = 'latest'): JudgedTarget[] {
  if (area === null) return programme.targets.map((target) => ({ target, setBy: null }));
  const overlay = programme.overlays.find((one) => one.area === area);
  const setByOverlay = ({ own, setFrom }: OverlayTarget): SetForArea => ({
    by: own ? 'own' : 'overlay',
    document: setFrom === undefined ? (overlay?.document ?? null) : setFrom.document || null,
    reason: setFrom === undefined ? (overlay?.reason ?? null) : setFrom.reason,
  });
  const standing = (overlay?.targets ?? []).filter(
    ({ setFrom }) => setFrom === undefined || holds(setFrom.effectiveOn, day),
  );
  const national = programme.targets.flatMap((target): JudgedTarget[] => {
    const set = standing.find((one) => !one.own && one.target.id === target.id);
    if (set !== undefined) return [{ target: set.target, setBy: setByOverlay(set) }];
    if (!target.appliesToRegions) return [];
    const { number } = programme;
    return [{ target: movedTo(target, area), setBy: { by: 'programme', document: number, reason: null } }];
  });
  const own = standing.filter((one) => one.own);
  return [...national, ...own.map((one) => ({ target: one.target, setBy: setByOverlay(one) }))];
}

/** A target that looks at the values of another area. */
export function movedTo<Moved extends Target>(target: Moved, area: string): Moved {
  const { subject, denominator } = target;
  return {
    ...target,
    subject: subject === null ? null : { ...subject, area },
    denominator: denominator === null ? null : { ...denominator, area },
  };
}

/** The groups all of whose parts are among the targets judged. */
export function groupsAmong(programme: Programme, judged: readonly JudgedTarget[]): TargetGroup[] {
  const ids = new Set(judged.map(({ target }) => target.id));
  return programme.groups.filter(({ parts }) => parts.every((part) => ids.has(part.target)));
}

/** The programme with nothing but one target, or the whole of the group that it is or stands in: to judge that alone. */
export function onlyAbout(programme: Programme, id: string): Programme {
  const groups = programme.groups.filter((one) => one.id === id || one.parts.some((part) => part.target === id));
  const ids = new Set([id, ...groups.flatMap(({ parts }) => parts.map((part) => part.target))]);
  const overlays = programme.overlays.map((one) => ({
    ...one,
    targets: one.targets.filter(({ target }) => ids.has(target.id)),
  }));
  return { ...programme, targets: programme.targets.filter((one) => ids.has(one.id)), groups, overlays };
}
