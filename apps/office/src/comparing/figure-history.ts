import { closureIds, isComputed, readPart } from '@zhiheng/indicators';
import { parsePeriod, UserFault } from '@zhiheng/vocabulary';
import type { FigureHistory, FigureRevision, VintageAnswer } from '../answers-vintages.js';
import type { CommandContext } from '../commands/command.js';
import { type FigureInput, figureGround, readFigure } from '../figures.js';
import type { Office } from '../office.js';
import { listVintages } from '../publishing/vintage-rows.js';
import { setOf } from '../stored-set.js';
import type { Vintage } from '../vintage.js';
import { filesOf, groundOf } from './compare-sets.js';
import { pairOf } from './compare-vintages.js';
import { tallyFigure, textOf } from './explain-figure.js';
import { publishedEditions } from './published-editions.js';
import { certainReasons, countedReasons } from './reasons.js';

export interface HistoryInput extends Pick<FigureInput, 'indicator' | 'by' | 'statistic' | 'office' | 'dataset'> {
  readonly area: string;
  readonly period: string;
  /** Vintages at most; 20 when left out. */
  readonly limit?: number;
  /** `next` of the page before: the newest vintage of this one. */
  readonly from?: string;
  /** Whether to count the records behind each revision. */
  readonly counted?: boolean;
}

const usualLimit = 20;
const mostVintages = 200;

type Values = FigureRevision['values'];

/**
 * What a figure was in each vintage, the newest first, with who computed and who published it and why it changed; beside it the editions that
 * others published. Vintages that rest on the same files tell the same, and are read once. Throws `not-found`, `area-unknown`, `usage`.
 */
export async function figureHistory(input: HistoryInput, { office, actor }: CommandContext): Promise<FigureHistory> {
  const { limit = usualLimit, from, counted = false, ...asked } = input;
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > mostVintages) {
    throw new UserFault('usage', { found: String(limit), values: { what: `1 to ${mostVintages} vintages` } });
  }
  const ground = await figureGround(office, { indicator: asked.indicator });
  const { definition, reference } = ground;
  const area = reference.areas().get(asked.area).code;
  const { period } = parsePeriod(asked.period);
  const part = readPart(asked.by, definition);
  const all = (await listVintages(office, actor)).reverse();
  const start = from === undefined ? 0 : all.findIndex(({ vintage }) => vintage === from);
  if (start < 0) throw new UserFault('not-found', { found: String(from), values: { name: String(from) } });
  const page = all.slice(start, start + limit + 1);
  const told = await valuesOf(office, { ...asked, area: [area], period: [period] }, page);
  const revisions: FigureRevision[] = [];
  for (const [index, row] of page.slice(0, limit).entries()) {
    const values = told[index] ?? null;
    if (values === null) continue;
    const earlier = told.findIndex((one, at) => at > index && one !== null);
    const [before, was] = [page[earlier]?.vintage ?? null, told[earlier] ?? null];
    const revised = was !== null && JSON.stringify(was) !== JSON.stringify(values);
    const reasons =
      revised && before !== null
        ? await reasonsOf(office, [before, row.vintage], { ...asked, area, period }, counted)
        : [];
    revisions.push({ ...headOf(row), values, revised, before, reasons });
  }
  return {
    ...{ indicator: definition.id, area, period, by: textOf(part), revisions },
    next: page[limit]?.vintage ?? null,
    editions: publishedEditions(definition, reference.published(), { area, period, part }),
  };
}

function headOf({ vintage, release, effective, createdAt, computedBy, standing, publication }: VintageAnswer) {
  return { vintage, release, effective, createdAt, computedBy, standing, publication };
}

/** What each vintage tells; null where it does not hold the indicator. */
async function valuesOf(
  office: Office,
  asked: FigureInput,
  vintages: readonly VintageAnswer[],
): Promise<(Values | null)[]> {
  const known = new Map<string, Values>();
  const told: (Values | null)[] = [];
  // One after the other: each reads through a session of its own.
  for (const { vintage: name, hash } of vintages) {
    const vintage = (await office.store.getJson(hash)) as Vintage;
    if (!vintage.indicators.some(({ definition }) => definition.id === asked.indicator)) {
      told.push(null);
      continue;
    }
    const key = groundKey(vintage, asked.indicator);
    const values = known.get(key) ?? (await read(office, { ...asked, vintage: name }));
    known.set(key, values);
    told.push(values);
  }
  return told;
}

async function read(office: Office, asked: FigureInput): Promise<Values> {
  const rows = await readFigure(office, { ...asked, origin: 'computed' });
  return rows.map(({ office: code, dataset, statistic, value, status, unit }) => ({
    ...{ office: code, dataset, statistic, value, status, unit },
  }));
}

/** All that a figure of an indicator rests on. */
function groundKey(vintage: Vintage, id: string): string {
  const closure = closureIds(
    [id],
    vintage.indicators.map(({ definition }) => definition),
  );
  const held = vintage.indicators.filter(({ definition }) => closure.includes(definition.id));
  const sets = held.map(({ hash, observations }) => [
    hash,
    observations === null ? null : filesOf(setOf(observations)),
  ]);
  return JSON.stringify([groundOf(vintage), vintage.effective, vintage.reference, sets]);
}

async function reasonsOf(
  office: Office,
  [before, after]: readonly [string, string],
  asked: HistoryInput,
  counted: boolean,
) {
  const pair = await pairOf(office, before, after);
  const { definition } = await figureGround(office, { indicator: asked.indicator, vintage: after });
  if (!counted || !isComputed(definition)) return certainReasons(pair, asked.indicator);
  const { limit: _, from: __, counted: ___, ...figure } = asked;
  const { added, removed } = await tallyFigure(office, pair, figure);
  const changed = added.admitted + removed.leftOut;
  return countedReasons(pair, asked.indicator, { added: added.fresh, removed: removed.gone, changed });
}
