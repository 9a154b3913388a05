import {
  type ComputedDefinition,
  countCounties,
  type Definition,
  type FigureRow,
  figure,
  type Holding,
  type OpeningRequest,
  observationStore,
  openRecords,
  openRecordsSql,
  publishedObservations,
  withCounties,
} from '@zhiheng/indicators';
import { openLakeSession, type Release, type Session } from '@zhiheng/lake';
import { type Dataset, type Observation, type Origin, type Statistic, UserFault } from '@zhiheng/vocabulary';
import type { RecordsAnswer } from './answers.js';
import { knownSpan } from './known-span.js';
import type { Office } from './office.js';
import { currentReference, definitionOf, type Reference } from './reference.js';
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

export interface RecordsInput {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly part?: string;
  readonly by?: string;
  readonly statistic?: Statistic;
  readonly origin?: Origin;
  readonly office?: string;
  readonly dataset?: Dataset;
  readonly vintage?: string;
  readonly leftOut?: boolean;
  readonly limit?: number;
  readonly after?: string;
}

/** Rows of a figure in a vintage; published series answer without one too. */
export async function readFigure(office: Office, input: FigureInput): Promise<FigureRow[]> {
  const { definition, vintage, published, reference } = await figureGround(office, input);
  const { indicator: _, area, period, vintage: __, ...rest } = input;
  const areas = reference.areas();
  const segment = vintage?.indicators.find((one) => one.definition.id === definition.id)?.observations;
  if (segment) await office.store.checkSegments([segment]);
  const ask = (session: Session | null) => {
    const relation = segment
      ? `read_parquet('${office.store.pathOf(segment.sha256, 'parquet').replaceAll("'", "''")}')`
      : null;
    return figure(
      {
        definition,
        ...rest,
        ...(area === undefined ? {} : { areas: area }),
        ...(period === undefined ? {} : { periods: period }),
      },
      {
        areas,
        office: office.code,
        observations:
          session === null || relation === null || vintage === null || definition.kind === 'reported'
            ? null
            : withCounties(observationStore(session, relation), areas, (counties) =>
                countCounties(definition, session, { areas, ...knownSpan(vintage) }, counties),
              ),
        coverage: vintage?.coverage ?? [],
        holdings: vintage?.datasets ?? [],
        published,
        vintage: vintage?.name ?? null,
        today: office.clock.now().toISOString().slice(0, 10),
      },
    );
  };
  if (vintage === null || definition.kind === 'reported') return ask(null);
  return withReleaseSession(office, vintage, ask);
}

/** Records behind a figure, a page by key; a published figure opens to its publication. */
export async function readRecords(office: Office, input: RecordsInput): Promise<RecordsAnswer> {
  const ground = await figureGround(office, input);
  const { definition, vintage } = ground;
  if (input.origin === 'published' || definition.kind === 'reported') return openPublication(input, ground);
  if (vintage === null) throw new UserFault('vintage-missing', { expected: 'a vintage' });
  const page = {
    ...(input.after === undefined ? {} : { after: input.after }),
    ...(input.limit === undefined ? {} : { limit: input.limit }),
  };
  return withReleaseSession(office, vintage, (session) =>
    openRecords(openingOf(input, definition), session, openingSources(office, ground), page),
  );
}

export interface RecordsStream {
  readonly columns: readonly string[];
  readonly dataset: Dataset;
  readonly batches: AsyncIterable<Record<string, unknown>[]>;
}

/** All records behind a computed figure in batches, for writing them out. */
export async function openRecordsStream(office: Office, input: RecordsInput): Promise<RecordsStream> {
  const ground = await figureGround(office, input);
  const { definition, vintage } = ground;
  if (vintage === null) throw new UserFault('vintage-missing', { expected: 'a vintage' });
  if (definition.kind === 'reported') {
    throw new UserFault('usage', { values: { what: 'a reported series has no records; it opens to its publication' } });
  }
  const session = await openReleaseSession(office, vintage);
  try {
    const sql = await openRecordsSql(openingOf(input, definition), session, openingSources(office, ground));
    const described = await session.rows<{ column_name: string }>(`DESCRIBE ${sql}`);
    const batches = async function* () {
      try {
        yield* session.stream<Record<string, unknown>>(sql);
      } finally {
        session.close();
      }
    };
    return {
      columns: described.map((row) => row.column_name),
      dataset: datasetOf(input, office, vintage),
      batches: batches(),
    };
  } catch (error) {
    session.close();
    throw error;
  }
}

interface FigureGround {
  readonly definition: Definition;
  readonly vintage: Vintage | null;
  readonly published: Observation[];
  readonly reference: Reference;
}

/** The definition as the vintage holds it; without a vintage, or for one defined since, as the folder holds it. */
async function figureGround(office: Office, input: { indicator: string; vintage?: string }): Promise<FigureGround> {
  const reference = currentReference(office);
  const found = await findVintage(office, input.vintage);
  const vintage = found?.vintage ?? null;
  const inVintage = vintage?.indicators.find((one) => one.definition.id === input.indicator);
  const definition = inVintage?.definition ?? definitionOf(reference.definitions(), input.indicator);
  const published = publishedObservations(definition, reference.published(), {
    effective: vintage?.effective ?? 'latest',
    vintage: vintage?.name ?? null,
  });
  return { definition, vintage, published, reference };
}

function openingOf(input: RecordsInput, definition: ComputedDefinition): OpeningRequest {
  const { area, period, by, office, dataset, statistic, leftOut } = input;
  const parts = ['numerator', 'denominator', 'base'] as const;
  const part = parts.find((one) => one === input.part);
  if (input.part !== undefined && part === undefined) {
    throw new UserFault('usage', {
      place: { field: 'part' },
      found: input.part,
      expected: parts.join(', '),
      values: { what: 'no such part' },
    });
  }
  return {
    definition,
    area,
    period,
    ...(by === undefined ? {} : { by }),
    ...(office === undefined ? {} : { office }),
    ...(dataset === undefined ? {} : { dataset }),
    ...(statistic === undefined ? {} : { statistic }),
    ...(part === undefined ? {} : { part }),
    ...(leftOut === undefined ? {} : { leftOut }),
  };
}

function openingSources(office: Office, { vintage, reference }: FigureGround) {
  return { areas: reference.areas(), office: office.code, holdings: vintage?.datasets ?? [] };
}

function openPublication(input: RecordsInput, { published }: FigureGround): RecordsAnswer {
  const kind = input.by?.startsWith('kind=') === true ? input.by.slice('kind='.length) : null;
  const found = published.find(
    (one) => one.area === input.area && one.period === input.period && (one.breakdown.kind ?? null) === kind,
  );
  if (found === undefined) {
    throw new UserFault('not-found', {
      found: `${input.indicator} ${input.area} ${input.period}`,
      expected: 'an area and a period with a published value',
      values: { name: `a published value for ${input.area} in ${input.period}` },
    });
  }
  return { total: 0, visible: 0, withheldByRight: 0, rows: [], next: null, publication: found.publication };
}

function datasetOf(input: RecordsInput, office: Office, vintage: Vintage): Dataset {
  const code = input.office ?? office.code;
  const held = (dataset: Dataset): Holding | undefined =>
    vintage.datasets.find((one) => one.office === code && one.dataset === dataset);
  return input.dataset ?? held('real')?.dataset ?? held('synthetic')?.dataset ?? 'real';
}

async function openReleaseSession(office: Office, vintage: Vintage): Promise<Session> {
  const release = (await office.store.getJson(vintage.releaseHash)) as Release;
  return openLakeSession(release, office.store, 'everything', { memoryLimit: '2GB' });
}

function withReleaseSession<T>(office: Office, vintage: Vintage, use: (session: Session) => Promise<T>): Promise<T> {
  return office.sessions.use(vintage.releaseHash, () => openReleaseSession(office, vintage), use);
}
