import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AreaDirectory, parsePeriod, UserFault } from '@zhiheng/vocabulary';
import type { DefinitionPreview } from '../answers-definitions.js';
import { draftedDefinition, draftedId } from '../definitions/draft-text.js';
import type { PreviewJobInput } from '../jobs/preview-job.js';
import { knownSpan } from '../known-span.js';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';
import { findVintage } from '../vintages.js';
import { type Command, done } from './command.js';

export interface PreviewDefinitionInput {
  readonly text: string;
  /** Left out: the id in the text. */
  readonly id?: string;
  /** Codes, or `provinces`; left out: everywhere, and the groups of the office's own country. */
  readonly area?: readonly string[];
  /** Left out: the last three years that the records can speak for. */
  readonly period?: readonly string[];
}

const mostAreas = 60;
const mostPeriods = 24;

/**
 * Values of a draft beside those of the definition in force, over the newest release, and records that change. Nothing of it is kept. Throws
 * `release-missing`, `definition-wrong`, `expression-wrong`, `area-unknown`, `period-wrong`.
 */
export const indicatorPreview: Command<PreviewDefinitionInput, DefinitionPreview> = async (input, context) => {
  const { office, scope, onProgress, signal } = context;
  const indicator = draftedId(input.text, input.id);
  draftedDefinition(office, input.text, indicator);
  const { release, act } = await office.release();
  const reference = currentReference(office);
  const { until } = knownSpan(release);
  const order: PreviewJobInput = {
    lakeFolder: office.paths.lake,
    spillFolder: join(office.paths.work, 'preview-spill'),
    definitionsFolder: office.definitionsFolder,
    publishedTexts: office.definitions.texts,
    ownTables: office.tables.texts,
    tags: (await findVintage(office))?.vintage.tags ?? [],
    releaseHash: act.hash,
    facts: (await findVintage(office))?.vintage.facts ?? null,
    ...{ indicator, text: input.text, scope },
    areas: atMost(areasOf(input.area, reference.areas()) ?? usualAreas(office), mostAreas, 'area'),
    periods: atMost(periodsOf(input.period, Number(until.slice(0, 4))), mostPeriods, 'period'),
    ...{ office: office.code, today: office.today() },
  };
  try {
    return done(await office.runJob<DefinitionPreview>({ job: 'preview', input: order }, onProgress, signal));
  } finally {
    // Of one that was stopped; the next begins when this has ended.
    await rm(order.spillFolder, { recursive: true, force: true });
  }
};

/** Codes that are known, `provinces` written out. */
function areasOf(asked: readonly string[] | undefined, areas: AreaDirectory): string[] | undefined {
  return asked?.flatMap((code) =>
    code === 'provinces' ? areas.provinces().map((province) => province.code) : [areas.get(code).code],
  );
}

function usualAreas({ code }: Office): string[] {
  return code === 'CN' ? ['ALL', 'CN', 'CN-ML'] : ['ALL', code];
}

/** Periods in order of their last day. */
function periodsOf(asked: readonly string[] | undefined, lastYear: number): string[] {
  const texts = asked ?? [lastYear - 2, lastYear - 1, lastYear].map(String);
  return texts
    .map((text) => parsePeriod(text))
    .sort((a, b) => (a.to < b.to ? -1 : 1))
    .map(({ period }) => period);
}

function atMost(values: readonly string[], most: number, field: string): string[] {
  const distinct = [...new Set(values)];
  if (distinct.length <= most) return distinct;
  throw new UserFault('usage', {
    place: { field },
    found: String(distinct.length),
    expected: `at most ${most}`,
    values: { what: 'a preview is of a few areas and periods' },
  });
}
