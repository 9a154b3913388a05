import {
  type CoverageEntry,
  type CoverageTable,
  type CoveredEvent,
  completenesses,
  coverageTables,
  type Dataset,
  type Day,
  isDay,
  kinds,
  nearestWord,
} from '@zhiheng/vocabulary';
import type { Covers } from './mapping.js';
import { YamlBlock } from './yaml-block.js';

/** Words of a block beside its events: only patents have kinds, and of deeds nothing is in force. */
const furtherKeys: Readonly<Record<CoverageTable, readonly string[]>> = {
  patents: ['kinds', 'areas', 'in_force_from', 'completeness'],
  trademarks: ['areas', 'in_force_from', 'completeness'],
  recordals: ['areas', 'completeness'],
};
const areaForm = /^(?:\d{6}|[A-Z]{2}(?:-[A-Z0-9]{1,3})?|ALL)$/;

/**
 * Reads a file that holds a coverage block alone, for files of any table: each takes the events that it has.
 *
 * @throws UserFault `coverage-wrong` with file, line, column and key
 */
export function readCovers(yamlText: string, file: string): Covers {
  return coversOf(YamlBlock.parse(yamlText, file, 'coverage-wrong'), null);
}

/** Reads a coverage block of a table, or of any (null), wherever it stands. Completeness left out is `partial`. */
export function coversOf(block: YamlBlock, table: CoverageTable | null): Covers {
  const tables = table === null ? (Object.keys(coverageTables) as CoverageTable[]) : [table];
  const known: readonly CoveredEvent[] = [...new Set(tables.flatMap((one) => coverageTables[one]))];
  const keys = block.keys([...known, ...furtherKeys[table ?? 'patents']]);
  const events: Partial<Record<CoveredEvent, { from: Day; to: Day }>> = {};
  for (const event of known) if (block.has(event)) events[event] = spanOf(block, event);
  if (Object.keys(events).length === 0) {
    throw block.fault(keys[0] ?? '', 'it names no event', { expected: known.join(', ') });
  }
  return {
    table: table ?? 'patents',
    kinds: block.list('kinds')?.map((kind) => wordOf(block, 'kinds', kind, kinds)) ?? null,
    areas: block.list('areas')?.map((area) => areaOf(block, area)) ?? null,
    events,
    inForceFrom: block.has('in_force_from') ? dayOf(block, 'in_force_from', block.text('in_force_from') ?? '') : null,
    completeness: wordOf(block, 'completeness', block.text('completeness') ?? 'partial', completenesses),
  };
}

/** The coverage entries of a block, one an event. `source` is the file that the block stands for. */
export function coverageOf(
  covers: Covers,
  of: { readonly office: string; readonly dataset: Dataset; readonly source: string },
): CoverageEntry[] {
  const known: readonly CoveredEvent[] = coverageTables[covers.table];
  return known.flatMap((event) => {
    const span = covers.events[event];
    if (span === undefined) return [];
    const stock = event === 'granted' || event === 'registered' || event === 'ceased';
    return [
      {
        table: covers.table,
        ...of,
        event,
        kinds: covers.kinds,
        areas: covers.areas,
        from: span.from,
        to: span.to,
        inForceFrom: stock ? covers.inForceFrom : null,
        completeness: covers.completeness,
      },
    ];
  });
}

function spanOf(block: YamlBlock, event: CoveredEvent): { from: Day; to: Day } {
  const expected = 'two days: [2018-01-01, 2023-12-31]';
  const [from, to, ...more] = block.list(event) ?? [];
  if (from === undefined || to === undefined || more.length > 0) {
    throw block.fault(event, `${event} is not a span of days`, { expected });
  }
  const span = { from: dayOf(block, event, from), to: dayOf(block, event, to) };
  if (span.from > span.to)
    throw block.fault(event, `${event} ends before it begins`, { found: `${from}, ${to}`, expected });
  return span;
}

function dayOf(block: YamlBlock, key: string, text: string): Day {
  if (isDay(text)) return text;
  throw block.fault(key, `${key} has no day of the calendar`, { found: text, expected: 'a day as YYYY-MM-DD' });
}

function areaOf(block: YamlBlock, area: string): string {
  if (areaForm.test(area)) return area;
  throw block.fault('areas', `${area} is no area`, { found: area, expected: 'codes of areas: 440000, CN-ML, US-CA' });
}

/** A word of a closed list; throws with the nearest one. */
export function wordOf<Word extends string>(
  block: YamlBlock,
  key: string,
  found: string,
  words: readonly Word[],
): Word {
  const word = words.find((known) => known === found);
  if (word !== undefined) return word;
  const near = nearestWord(found, words);
  throw block.fault(key, `${key} does not know ${found === '' ? '(nothing)' : found}`, {
    found,
    expected: words.join(', '),
    ...(near === null ? {} : { didYouMean: near }),
  });
}
