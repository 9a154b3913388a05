import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ComputedDefinition,
  computeObservations,
  type Definition,
  figure,
  figureSets,
  isComputed,
  isMade,
  isPlain,
  keepAdmission,
  type MadeDefinition,
  monthSpan,
  type ObservationStore,
  planAdmission,
  publishedObservations,
  readPublishedFolder,
  type StoredObservation,
  unfolded,
} from '@zhiheng/indicators';
import { openLakeSession } from '@zhiheng/lake';
import { presentEngines, type SecondSession } from '@zhiheng/second-engines';
import { shownTableNames, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showTags, tagSegments } from '../src/classification/vintage-tags.js';
import { withFacts } from '../src/decisions/vintage-facts.js';
import { knownSpan } from '../src/known-span.js';
import { currentReference } from '../src/reference.js';
import { segmentsOfSet, setOf, showSet } from '../src/stored-set.js';
import { type CatalogueGround, CatalogueOffice } from './catalogue-office.js';

/** Definitions that an engine does not compute as DuckDB does, and why; `docs/engines.md` has the same list. */
const notSupported: Readonly<Record<'trino' | 'postgres', Readonly<Record<string, string>>>> = {
  trino: {},
  postgres: {},
};

const size = { patents: 1200, marks: 300, seed: 11 };
const columns = 'office, dataset, area, period, breakdown, statistic, value, n, numerator';
type Rows = ReadonlyMap<string, readonly StoredObservation[]>;

const catalogue = new CatalogueOffice();
/** What the vintage of the office holds, by definition. */
let known: Rows;
let definitions: readonly Definition[];
beforeAll(async () => {
  await catalogue.make(size);
  [known, definitions] = await catalogue.use(async (ground) => [
    await storedRows(ground),
    ground.vintage.indicators.map(({ definition }) => definition),
  ]);
}, 300_000);
afterAll(() => catalogue.small.remove());

const computed = () => definitions.filter(isComputed);

describe('the whole catalogue', () => {
  it('tells something of every kind, over every table', () => {
    const sortOf = ({ table, kind }: ComputedDefinition) => `${kind} of ${table}`;
    const telling = computed().filter(({ id }) => (known.get(id) ?? []).some(({ value }) => value !== 0));
    expect([...new Set(telling.map(sortOf))].sort()).toEqual([...new Set(computed().map(sortOf))].sort());
    expect(telling.length).toBeGreaterThan(computed().length * 0.8);
  });

  it.each(['trino', 'postgres'] as const)('has what is not supported on %s in the list of its page', (engine) => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/engines.md'), 'utf8');
    const listed = [...page.matchAll(/^\| (trino|postgres) \| `([^`]+)` \|/gm)].map(([, on, id]) => `${on} ${id}`);
    expect(listed.filter((one) => one.startsWith(engine)).sort()).toEqual(
      Object.keys(notSupported[engine])
        .map((id) => `${engine} ${id}`)
        .sort(),
    );
    const ids = computed().map(({ id }) => id);
    expect(Object.keys(notSupported[engine]).filter((id) => !ids.includes(id))).toEqual([]);
  });

  describe.each(presentEngines(process.env))('on $name', ({ name, over }) => {
    const isListed = ({ id }: Definition) => Object.hasOwn(notSupported[name], id);

    it('has the observations that it has on DuckDB, but for what is listed', async () => {
      await catalogue.use(async (ground) => {
        const session = await over(
          withFacts(ground.release, ground.vintage.facts),
          ground.office.store,
          shownTableNames,
        );
        try {
          await tellTags(ground, session);
          const supported = computed().filter((one) => !isListed(one));
          const asked = new Map<string, string>();
          const found = await countedRows(ground, session, supported, (id, sql) => asked.set(id, sql));
          const unlike = supported.flatMap(({ id }) => differences(id, known.get(id) ?? [], found.get(id) ?? []));
          expect(unlike.slice(0, 20), asked.get(unlike[0]?.split(' ')[0] ?? '')).toEqual([]);
          expect([...found.values()].flat().length).toBeGreaterThan(100_000);
          for (const definition of computed().filter(isListed)) {
            const alone = await countedRows(ground, session, [definition]).catch(() => null);
            const { id } = definition;
            const same = alone !== null && differences(id, known.get(id) ?? [], alone.get(id) ?? []).length === 0;
            expect(same, `${id} is listed as not supported, and is`).toBe(false);
          }
          await sameMade(ground, found);
        } finally {
          await session.close();
        }
      });
    }, 600_000);
  });
});

/** Figures that are made of others, out of the observations of an engine beside those of the vintage. */
async function sameMade(ground: CatalogueGround, found: Rows): Promise<void> {
  let values = 0;
  for (const definition of definitions.filter(isMade)) {
    const expected = await madeFigures(ground, definition, known);
    expect(await madeFigures(ground, definition, found), definition.id).toEqual(expected);
    values += expected.filter(({ value }) => value !== null && value !== 0).length;
  }
  expect(values).toBeGreaterThan(100);
}

async function storedRows({ office, release, vintage }: CatalogueGround): Promise<Rows> {
  const sets = vintage.indicators.flatMap(({ definition, observations }) =>
    observations === null ? [] : [{ id: definition.id, set: setOf(observations) }],
  );
  const beside = sets.flatMap(({ set }) => segmentsOfSet(set));
  const session = await openLakeSession(release, office.store, wholeOffice, { beside });
  const rows = new Map<string, StoredObservation[]>();
  try {
    for (const { id, set } of sets) {
      const relation = await showSet(session, 'stored', set, knownSpan(vintage));
      rows.set(id, await session.rows<StoredObservation>(`SELECT ${columns} FROM ${relation}`));
    }
  } finally {
    session.close();
  }
  return rows;
}

/** The codes that concordance tables give the records, as the vintage keeps them. */
async function tellTags({ office, release, vintage }: CatalogueGround, session: SecondSession): Promise<void> {
  const lake = await openLakeSession(release, office.store, wholeOffice, { beside: tagSegments(vintage) });
  try {
    await showTags(lake, vintage);
    const tags = await lake.rows<{ id: string; scheme: string; code: string }>(
      'SELECT id, scheme, code FROM patent_tags',
    );
    const shape = { id: 'text', scheme: 'text', code: 'text' } as const;
    await session.registerTable(
      'patent_tags',
      shape,
      tags.map(({ id, scheme, code }) => [id, scheme, code]),
    );
  } finally {
    lake.close();
  }
}

/** The observations of definitions as a session counts them; `onSql` hears of what is asked for each. */
async function countedRows(
  { office, vintage }: CatalogueGround,
  session: SecondSession,
  asked: readonly ComputedDefinition[],
  onSql: (id: string, sql: string) => void = () => {},
): Promise<Rows> {
  const span = knownSpan(vintage);
  const areas = currentReference(office).areas();
  const rows = new Map<string, StoredObservation[]>();
  // Figures of marks and deeds, sums and distributions are told by one query each over the records.
  for (const definition of asked.filter(isPlain)) {
    const asking: Parameters<typeof computeObservations>[1] = {
      scope: session.scope,
      dialect: session.dialect,
      rows: (sql, parameters) => session.rows(sql, parameters),
      registerTable: (name, shape, values) => session.registerTable(name, shape, values),
      keep: (name, sql) => session.keep(name, sql),
      writeParquet: async (sql) => {
        onSql(definition.id, sql);
        const told = await session.rows<StoredObservation>(`SELECT ${columns} FROM (\n${sql}\n) AS observation`);
        rows.set(definition.id, told);
        return told.length;
      },
    };
    await computeObservations(definition, asking, { areas, ...knownSpan(vintage, definition.table), path: '' });
  }
  const admitted = asked.filter((one) => !isPlain(one));
  if (admitted.length === 0) return rows;
  const plan = planAdmission(admitted, session.dialect);
  await keepAdmission(plan, session);
  const scope = { areas, ...span };
  for await (const { definition, form, sql } of figureSets(plan, session, scope)) {
    if (sql === null) throw new Error(`${definition.id} tells nothing`);
    onSql(definition.id, sql);
    await session.keep('counted_set', sql);
    const told = unfolded(form, 'SELECT * FROM counted_set', monthSpan(span));
    rows.set(
      definition.id,
      await session.rows<StoredObservation>(`SELECT ${columns} FROM (\n${told}\n) AS observation`),
    );
  }
  return rows;
}

function differences(
  id: string,
  expected: readonly StoredObservation[],
  found: readonly StoredObservation[],
): string[] {
  const keyOf = ({ office, dataset, area, period, breakdown, statistic }: StoredObservation) =>
    [id, office, dataset, area, period, breakdown ?? '', statistic ?? ''].join(' ');
  const toldBy = (rows: readonly StoredObservation[]) =>
    new Map(rows.map((row) => [keyOf(row), `${row.value} of ${row.n}, ${row.numerator}`]));
  const [was, is] = [toldBy(expected), toldBy(found)];
  const twice = found.length === is.size ? [] : [`${id}: ${found.length} rows of ${is.size} cells`];
  const keys = new Set([...was.keys(), ...is.keys()]);
  const unlike = [...keys].filter((key) => was.get(key) !== is.get(key));
  return [...twice, ...unlike.map((key) => `${key}: ${is.get(key)} and not ${was.get(key)}`)];
}

function madeFigures({ office, release, vintage }: CatalogueGround, definition: MadeDefinition, rows: Rows) {
  const published = readPublishedFolder(office.definitionsFolder);
  const publishedOf = (of: Definition) =>
    publishedObservations(of, published, { effective: vintage.effective, vintage: vintage.name });
  return figure(
    { definition, origin: 'computed' },
    {
      areas: currentReference(office).areas(),
      office: office.code,
      observations: null,
      coverage: release.coverage,
      decisions: (vintage.facts ?? null) !== null,
      holdings: vintage.datasets,
      published: publishedOf(definition),
      part: async (id) => {
        const part = definitions.find((one) => one.id === id);
        if (part === undefined) throw new Error(`no definition ${id}`);
        const own = rows.get(id);
        return {
          definition: part,
          observations: own === undefined ? null : storeOf(own),
          published: publishedOf(part),
        };
      },
      vintage: vintage.name,
      today: office.today(),
    },
  );
}

function storeOf(rows: readonly StoredObservation[]): ObservationStore {
  const distinct = <T>(values: readonly T[]) => [...new Set(values)].sort();
  return {
    select: async ({ office, dataset, areas, periods }) =>
      rows.filter(
        (row) =>
          row.office === office && row.dataset === dataset && areas.includes(row.area) && periods.includes(row.period),
      ),
    years: async (office, dataset) =>
      distinct(
        rows
          .filter((row) => row.office === office && row.dataset === dataset && row.period.length === 4)
          .map(({ period }) => Number(period)),
      ),
    areas: async (office) => distinct(rows.filter((row) => row.office === office).map(({ area }) => area)),
  };
}
