import type { FigureRow } from '@zhiheng/indicators';
import type { Task, Verdict } from '@zhiheng/programme';
import { mayDo } from '@zhiheng/rights';
import { UserFault } from '@zhiheng/vocabulary';
import type { CommandContext } from '../commands/command.js';
import { figure } from '../commands/figure.js';
import { verdicts } from '../commands/verdicts.js';
import { currentReference } from '../reference.js';

/**
 * What the targets and indicators of a task say for its area and the year of its programme, as whoever asks may see it. Where nothing is
 * computed or published there is nothing; no figure of a task is ever typed.
 */
export async function figuresOfTask(
  { programme: id, area, targets, indicators }: Task,
  context: CommandContext,
): Promise<{
  readonly verdicts: readonly Verdict[];
  readonly figures: readonly FigureRow[];
  readonly vintage: string | null;
}> {
  const { year } = currentReference(context.office).programme(id);
  const judged: Verdict[] = [];
  if (targets.length > 0 && mayDo(context.actor, 'verdicts:read-published').allowed) {
    const all = await orNothing(verdicts({ programme: id, ...(area !== null && { area: [area] }) }, context));
    judged.push(...all.filter(({ target }) => targets.includes(target)));
  }
  const figures: FigureRow[] = [];
  for (const indicator of indicators) {
    const asked = { indicator, period: [String(year)], ...(area !== null && { area: [area] }) };
    figures.push(...(await orNothing(figure(asked, context))));
  }
  return { verdicts: judged, figures, vintage: figures.find(({ vintage }) => vintage !== null)?.vintage ?? null };
}

/** Rows of a command; none where there is no release yet, or no such definition any more. */
async function orNothing<Row>(asked: Promise<{ readonly json: readonly Row[] }>): Promise<readonly Row[]> {
  try {
    return (await asked).json;
  } catch (error) {
    if (error instanceof UserFault && ['release-missing', 'indicator-unknown', 'not-found'].includes(error.code))
      return [];
    throw error;
  }
}
