import { judgeInForce } from './judge-in-force.js';
import type { JudgingGround } from './judge-target.js';
import type { Observe } from './observe.js';
import type { Programme } from './programme.js';
import { groupsAmong, targetsOfArea } from './targets-of-area.js';
import type { Verdict } from './verdict.js';
import { groupRow, verdictRow } from './verdict-row.js';

const everythingKnown: JudgingGround = { effective: 'latest' };

/**
 * The verdicts of a programme: a row a target in the programme's order, the row of a group right after its last part. `observe` gives the values of
 * one office, one dataset and one vintage. `area` left out or null: the programme's own targets; else those that are set for the region, looked
 * at in its values, and no row for the others. While a period is not over as of the effective day, its projection is judged: see `project`.
 */
export function judge(
  programme: Programme,
  observe: Observe,
  ground: JudgingGround = everythingKnown,
  area: string | null = null,
): Verdict[] {
  const rows: Verdict[] = [];
  const set = targetsOfArea(programme, area, ground.effective);
  const groups = groupsAmong(programme, set);
  for (const { target, setBy } of set) {
    const group = groups.find(({ parts }) => parts.some((part) => part.target === target.id)) ?? null;
    rows.push(verdictRow(judgeInForce(programme, target, observe, ground), { area, setBy, group }));
    if (group?.parts.at(-1)?.target === target.id) rows.push(groupRow(group, rows, area));
  }
  return rows;
}
