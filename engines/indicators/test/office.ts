import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoverageEntry, Dataset, Observation } from '@zhiheng/vocabulary';
import { monthSpan } from '../src/cells/figure-set.js';
import { unfolded } from '../src/cells/set-form.js';
import { computeObservations, countCounties } from '../src/compute/compute-observations.js';
import { type ComputedDefinition, type Definition, isComputed } from '../src/definition.js';
import { figure } from '../src/figure/figure.js';
import type { FigureRequest, Holding } from '../src/figure/figure-request.js';
import { type ObservationStore, observationStore } from '../src/figure/observation-store.js';
import { withCounties } from '../src/figure/with-counties.js';
import { openRecords } from '../src/opening/open-records.js';
import type { AdmissionSource, OpeningPage, OpeningRequest } from '../src/opening/opening-request.js';
import { areas } from './areas.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TestPatent } from './patents.js';

export interface TestOfficeOptions {
  readonly coverage?: readonly CoverageEntry[];
  readonly published?: readonly Observation[];
  /** Those that made definitions name. */
  readonly definitions?: readonly Definition[];
  readonly until?: string;
  readonly today?: string;
}

/** Records, coverage and computed sets together, asked like an office is. */
export class TestOffice {
  readonly session: MemorySession;
  readonly #options: TestOfficeOptions;
  readonly #holdings: readonly Holding[];
  readonly #stores = new Map<Definition, ObservationStore>();

  private constructor(session: MemorySession, patents: readonly TestPatent[], options: TestOfficeOptions) {
    this.session = session;
    this.#options = options;
    this.#holdings = patents.map(({ office = 'CN', dataset = 'real' as Dataset }) => ({ office, dataset }));
  }

  static async of(patents: readonly TestPatent[], options: TestOfficeOptions = {}): Promise<TestOffice> {
    const session = await MemorySession.open();
    await insertPatents(session, patents);
    return new TestOffice(session, patents, options);
  }

  async store(definition: ComputedDefinition): Promise<ObservationStore> {
    const known = this.#stores.get(definition);
    if (known !== undefined) return known;
    const folder = await mkdtemp(join(tmpdir(), 'zhiheng-indicators-'));
    const path = join(folder, 'set.parquet');
    const scope = { areas, from: '1900-01-01', until: this.#options.until ?? '2023-12-31' };
    await computeObservations(definition, this.session, { ...scope, path });
    const table = `set_${this.#stores.size}`;
    await this.session.run(`CREATE TABLE ${table} AS SELECT * FROM read_parquet('${path}')`);
    await rm(folder, { recursive: true });
    const observations = unfolded('observations', `SELECT * FROM ${table}`, monthSpan(scope));
    const store = withCounties(observationStore(this.session, `(${observations}) AS observation`), areas, (counties) =>
      countCounties(definition, this.session, scope, counties),
    );
    this.#stores.set(definition, store);
    return store;
  }

  async figure(definition: Definition, request: Omit<FigureRequest, 'definition'> = {}) {
    return await figure(
      { definition, ...request },
      {
        ...(await this.#sourcesOf(definition)),
        areas,
        office: 'CN',
        coverage: this.#options.coverage ?? [],
        holdings: this.#holdings,
        part: async (indicator) => {
          const part = this.#options.definitions?.find(({ id }) => id === indicator);
          if (part === undefined) throw new Error(`no definition ${indicator}`);
          return { definition: part, ...(await this.#sourcesOf(part)) };
        },
        vintage: 'v1',
        today: this.#options.today ?? '2024-06-30',
      },
    );
  }

  async #sourcesOf(definition: Definition) {
    const observations = isComputed(definition) ? await this.store(definition) : null;
    const published = (this.#options.published ?? []).filter(
      ({ indicator }) => this.#options.definitions === undefined || indicator === definition.id,
    );
    return { observations, published };
  }

  close(): void {
    this.session.close();
  }

  /** Value and status of the only row. */
  async one(definition: Definition, request: Omit<FigureRequest, 'definition'>) {
    const rows = await this.figure(definition, { origin: 'computed', ...request });
    if (rows.length !== 1) throw new Error(`${rows.length} rows`);
    return { value: rows[0]?.value, status: rows[0]?.status };
  }

  /** `admission`: what stands for the admission; left out: every test is asked anew. */
  async open(request: OpeningRequest, page?: OpeningPage, admission: AdmissionSource | null = null) {
    const sources = { areas, office: 'CN', holdings: this.#holdings, admission };
    return await openRecords(request, this.session, sources, page);
  }
}
