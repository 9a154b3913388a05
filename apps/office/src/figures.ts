import {
  type Combination,
  type ComputedDefinition,
  closureIds,
  countRecords,
  type Definition,
  type FigureRow,
  figure,
  formatBreakdown,
  type Holding,
  isComputed,
  isMade,
  type MadeDefinition,
  type ObservationStore,
  type OpenedPart,
  observationStore,
  openedPart,
  openRecords,
  openRecordsSql,
  publishedObservations,
  readPart,
  type SlotDefinition,
  sessionFor,
  withCombinations,
  withCounties,
} from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import {
  type Dataset,
  type Observation,
  type Origin,
  type Scope,
  type Statistic,
  seesEverything,
  UserFault,
  wholeOffice,
} from '@zhiheng/vocabulary';
import type { RecordsAnswer } from './answers.js';
import { countedCombination } from './counted-combinations.js';
import { countedCounties } from './counted-counties.js';
import { knownSpan } from './known-span.js';
import { withKnownYears } from './known-years.js';
import type { Office } from './office.js';
import { openingOf, type RecordsInput } from './opening-of.js';
import { withParties, withPartiesOfCards } from './record-parties.js';
import {
  openRecordSession,
  type ShownParties,
  showAdmission,
  showParties,
  withRecordSession,
} from './record-sessions.js';
import { currentReference, definitionOf, type Reference } from './reference.js';
import { setOf, showUnfolding } from './stored-set.js';
import type { Vintage } from './vintage.js';
import { findVintage } from './vintages.js';

export interface FigureInput {
  readonly indicator: string;
  readonly area?: readonly string[];
  readonly period?: readonly string[];
  readonly by?: string;
  readonly statistic?: Statistic;
  readonly origin?: Origin;
  readonly office?: string;
  readonly dataset?: Dataset;
  readonly vintage?: string;
}

/** Views of a session that show observations; each has the place of its indicator in the vintage behind it. */
const observed = 'observed';

/** Rows of a figure in a vintage; published series, and what is made of them, answer without one too. */
export async function readFigure(office: Office, input: FigureInput): Promise<FigureRow[]> {
  const ground = await figureGround(office, input);
  const { definition, vintage, published, reference } = ground;
  const { indicator: _, area, period, vintage: __, ...rest } = input;
  const areas = reference.areas();
  const ask = async (session: LakeSession | null) =>
    figure(
      {
        definition,
        ...rest,
        ...(area === undefined ? {} : { areas: area }),
        ...(period === undefined ? {} : { periods: period }),
      },
      {
        areas,
        office: office.code,
        observations: await observationsOf(office, ground, definition, session),
        combinations: 'every',
        coverage: vintage?.coverage ?? [],
        decisions: (vintage?.facts ?? null) !== null,
        holdings: vintage?.datasets ?? [],
        published,
        part: async (indicator) => {
          const part = definitionWithin(ground, indicator);
          const observations = await observationsOf(office, ground, part, session);
          return { definition: part, observations, combinations: 'every', published: publishedWithin(ground, part) };
        },
        vintage: vintage?.name ?? null,
        today: office.today(),
      },
    );
  const drawn = closureIds([definition.id], reference.definitions()).map((id) => definitionWithin(ground, id));
  if (vintage === null || !drawn.some(isComputed)) return ask(null);
  return withRecordSession(office, vintage, wholeOffice, ask);
}

/** The stored observations of a definition in the vintage, shown through a session; null where it has none. */
async function observationsOf(
  office: Office,
  { vintage, reference }: FigureGround,
  definition: Definition,
  session: LakeSession | null,
): Promise<ObservationStore | null> {
  const index = vintage?.indicators.findIndex((one) => one.definition.id === definition.id) ?? -1;
  const observations = vintage?.indicators[index]?.observations ?? null;
  if (session === null || observations === null || vintage === null || !isComputed(definition)) return null;
  const set = setOf(observations);
  const areas = reference.areas();
  const scope = { areas, ...knownSpan(vintage, definition.table) };
  const relation = await showUnfolding(session, `${observed}_${index}`, set, scope);
  const kept = withKnownYears(office, set, scope, observationStore(session, relation));
  const stored = withCounties(kept, areas, (counties) =>
    countedCounties(office, vintage, definition, session, scope, counties),
  );
  return withCombinations(stored, heldCombinations(definition, vintage), (asked) =>
    countedCombination(office, vintage, definition, session, scope, asked),
  );
}

/** What a stored set tells of each combination in full: until version 4 parts that records do not tell were left out of it. */
function heldCombinations({ breakdowns }: ComputedDefinition, { compiler }: Vintage): readonly Combination[] {
  return Number(compiler) < 4 ? breakdowns.filter((combination) => combination.join() === 'kind') : breakdowns;
}

/**
 * Records behind a figure as far as a scope shows them, a page by key; a published figure opens to its publication. The
 * figure itself is of the whole office, whoever asks.
 */
export async function readRecords(office: Office, input: RecordsInput, scope: Scope): Promise<RecordsAnswer> {
  const ground = await figureGround(office, input);
  const { definition, vintage } = ground;
  if (isMade(definition)) return readRecords(office, partOf(input, definition, ground), scope);
  if (definition.kind === 'sample') throw notSampled(definition.id);
  if (definition.kind === 'slot') throw notFilled(definition);
  if (input.origin === 'published' || !isComputed(definition)) return openPublication(input, ground);
  if (vintage === null) throw new UserFault('vintage-missing', { expected: 'a vintage' });
  const page = {
    ...(input.after === undefined ? {} : { after: input.after }),
    ...(input.limit === undefined ? {} : { limit: input.limit }),
  };
  const request = openingOf(input, definition);
  const sources = openingSources(office, ground);
  // One session after the other: two at a time could wait for each other.
  const whole = seesEverything(scope)
    ? {}
    : {
        total: await withRecordSession(office, vintage, wholeOffice, (session) =>
          showAdmission(session, vintage, definition).then((admission) =>
            countRecords(request, session, { ...sources, admission }),
          ),
        ),
      };
  const opened = await withRecordSession(office, vintage, scope, async (session) => {
    const admission = await showAdmission(session, vintage, definition);
    const parties = await showParties(session, vintage, definition);
    const asked = { ...page, ofCards: columnsOfCards(parties) };
    const found = await openRecords(request, session, { ...sources, ...whole, admission }, asked);
    const rows =
      parties === null
        ? await withParties(sessionFor(definition, session), found.rows)
        : await withPartiesOfCards(session, found.rows, parties);
    return { ...found, rows };
  });
  return { ...opened, vintage: vintage.name, release: vintage.release };
}

/** What is asked of cards to tell the parties of holders. */
function columnsOfCards(parties: ShownParties | null): ('holder_key' | 'party')[] {
  if (parties === null) return [];
  return [
    ...(parties.relation === null ? [] : ['holder_key' as const]),
    ...(parties.onCards ? ['party' as const] : []),
  ];
}

export interface RecordsStream {
  readonly columns: readonly string[];
  readonly dataset: Dataset;
  readonly vintage: string;
  readonly release: string;
  /** How many records there are, and the SHA-256 of their ids in order, one a line; asked before `batches`. */
  tally(): Promise<{ readonly rows: number; readonly ids: string }>;
  readonly batches: AsyncIterable<Record<string, unknown>[]>;
  /** Ends it where `batches` are not taken. */
  close(): void;
}

/** All records behind a computed figure that a scope shows, in batches, for writing them out. */
export async function openRecordsStream(office: Office, input: RecordsInput, scope: Scope): Promise<RecordsStream> {
  const ground = await figureGround(office, input);
  const { definition, vintage } = ground;
  if (isMade(definition)) return openRecordsStream(office, partOf(input, definition, ground), scope);
  if (definition.kind === 'sample') throw notSampled(definition.id);
  if (definition.kind === 'slot') throw notFilled(definition);
  if (vintage === null) throw new UserFault('vintage-missing', { expected: 'a vintage' });
  if (input.origin === 'published' || !isComputed(definition)) {
    throw new UserFault('usage', { values: { what: 'a reported series has no records; it opens to its publication' } });
  }
  const session = await openRecordSession(office, vintage, scope);
  try {
    const sources = { ...openingSources(office, ground), admission: await showAdmission(session, vintage, definition) };
    const sql = await openRecordsSql(openingOf(input, definition), session, sources);
    const columns = await session.columns(sql);
    const batches = async function* () {
      try {
        yield* session.stream<Record<string, unknown>>(sql);
      } finally {
        session.close();
      }
    };
    return {
      columns,
      dataset: datasetOf(input, office, vintage),
      vintage: vintage.name,
      release: vintage.release,
      tally: async () => {
        const [row] = await session.rows<{ rows: number; ids: string | null }>(
          `SELECT count(*) AS rows, sha256(string_agg(id, chr(10) ORDER BY id)) AS ids FROM (${sql}) AS taken`,
        );
        return { rows: row?.rows ?? 0, ids: row?.ids ?? '' };
      },
      batches: batches(),
      close: () => session.close(),
    };
  } catch (error) {
    session.close();
    throw error;
  }
}

/** What a question about a figure rests on. */
export interface FigureGround {
  readonly definition: Definition;
  readonly vintage: Vintage | null;
  readonly published: Observation[];
  readonly reference: Reference;
}

/** The definition as the vintage holds it; without a vintage, or for one defined since, as the folder holds it. */
export async function figureGround(
  office: Office,
  input: { indicator: string; vintage?: string },
): Promise<FigureGround> {
  const reference = currentReference(office);
  const found = await findVintage(office, input.vintage);
  const vintage = found?.vintage ?? null;
  const definition = definitionWithin({ vintage, reference }, input.indicator);
  return { definition, vintage, published: publishedWithin({ vintage, reference }, definition), reference };
}

/** A definition as the vintage holds it; one that it does not hold, as the folder does. Throws `indicator-unknown`. */
function definitionWithin({ vintage, reference }: Pick<FigureGround, 'vintage' | 'reference'>, id: string): Definition {
  const held = vintage?.indicators.find((one) => one.definition.id === id);
  return held?.definition ?? definitionOf(reference.definitions(), id);
}

/** What was published for a definition by the effective date of the vintage. */
function publishedWithin({ vintage, reference }: Pick<FigureGround, 'vintage' | 'reference'>, definition: Definition) {
  return publishedObservations(definition, reference.published(), {
    effective: vintage?.effective ?? 'latest',
    vintage: vintage?.name ?? null,
  });
}

/** What is asked of the part of a made figure that is opened. */
export function partOf(input: RecordsInput, definition: MadeDefinition, ground: FigureGround): RecordsInput {
  const opened = openedPart(definition, input, (id) => definitionWithin(ground, id));
  const { part: _, by: __, statistic: ___, ...rest } = input;
  return { ...rest, ...withoutNulls(opened) };
}

function withoutNulls({ by, statistic, part, ...rest }: OpenedPart) {
  return {
    ...rest,
    ...(by === null ? {} : { by }),
    ...(statistic === null ? {} : { statistic }),
    ...(part === null ? {} : { part }),
  };
}

function notSampled(id: string): UserFault {
  return new UserFault('usage', {
    values: { what: `${id} is estimated from a sample, and none has been drawn yet: there are no records to open` },
  });
}

function notFilled({ id, awaits }: SlotDefinition): UserFault {
  return new UserFault('usage', {
    values: { what: `${id} is a slot without values: ${awaits.what.en}` },
  });
}

export function openingSources(office: Office, { vintage, reference }: FigureGround) {
  return { areas: reference.areas(), office: office.code, holdings: vintage?.datasets ?? [] };
}

const none = { vintage: null, release: null };

function openPublication(input: RecordsInput, { definition, published }: FigureGround): RecordsAnswer {
  const part = formatBreakdown(readPart(input.by, definition));
  const found = published.find(
    (one) =>
      one.area === input.area &&
      one.period === input.period &&
      formatBreakdown(one.breakdown) === part &&
      (input.statistic === undefined || one.statistic === input.statistic),
  );
  if (found === undefined) {
    throw new UserFault('not-found', {
      found: `${input.indicator} ${input.area} ${input.period}`,
      expected: 'an area and a period with a published value',
      values: { name: `a published value for ${input.area} in ${input.period}` },
    });
  }
  return { total: 0, visible: 0, withheldByRight: 0, rows: [], next: null, publication: found.publication, ...none };
}

function datasetOf(input: RecordsInput, office: Office, vintage: Vintage): Dataset {
  const code = input.office ?? office.code;
  const held = (dataset: Dataset): Holding | undefined =>
    vintage.datasets.find((one) => one.office === code && one.dataset === dataset);
  return input.dataset ?? held('real')?.dataset ?? held('synthetic')?.dataset ?? 'real';
}
