import type { DayNumber } from '../calendar.js';
import { GrantQuota } from '../grant-quota.js';
import type { PlantedPatent } from '../groups/planted-patent.js';
import type { OfficeKind } from '../office-volumes.js';
import { live, type PatentLife } from '../patent-life.js';
import type { Random } from '../random.js';
import type { Notice } from './notice.js';

const attempts = 60;
const ended = { granted: null, ceased: null, ceaseReason: null } as const;

/** The life of a planted application: cut short by a notice that it gives way to, or with the outcome that the plan gives it. */
export function plantedLife(
  drawn: PatentLife,
  kind: OfficeKind,
  filed: DayNumber,
  { outcome }: PlantedPatent,
  notice: Notice | null,
  random: Random,
): PatentLife {
  if (notice !== null && notice.outcome !== '维持') {
    if (drawn.closed !== null && drawn.closed <= notice.closed) return drawn;
    const before = (day: DayNumber | null) => (day !== null && day < notice.closed ? day : null);
    const cut = { ...drawn, ...ended, published: before(drawn.published), firstAction: null, closed: notice.closed };
    // Whoever gives way does so before examination; a refusal ends an examination.
    if (notice.outcome !== '驳回') return { ...cut, requested: null, outcome: 'withdrawn' };
    return { ...cut, requested: kind === 'invention' ? (before(drawn.requested) ?? filed) : null, outcome: 'refused' };
  }
  if (outcome === null || drawn.outcome === outcome) return drawn;
  if (outcome !== 'granted') return drawn.closed === null ? drawn : { ...drawn, ...ended, outcome };
  const quota = new GrantQuota();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const life = live(kind, filed, random, quota);
    if (life.outcome === 'granted') return life;
  }
  return drawn;
}
