import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from '@zhiheng/lake';
import { OwnFault, partyTables, patentDecisionTables, patentOwnerTables, patentTables } from '@zhiheng/vocabulary';
import { Cohorts } from '../src/cohorts/cohorts.js';
import { keepMeasured } from '../src/cohorts/measured-applications.js';
import type { Detected } from '../src/detectors/detector.js';
import type { DetectorName } from '../src/detectors/detector-facts.js';
import { detectors } from '../src/detectors/detectors.js';
import type { TextGroup, TextPair } from '../src/near/model.js';
import { readPairedTexts } from '../src/pairs/paired-texts.js';
import { ReadTexts } from '../src/pairs/read-texts.js';
import { ToldPairs } from '../src/pairs/told-pairs.js';
import { readGrounds } from '../src/rules/read-grounds.js';
import { readRules } from '../src/rules/read-rules.js';
import type { Rule } from '../src/rules/rule.js';
import type { ScreenedSession } from '../src/screened-session.js';
import { prepareScreened } from '../src/screening/prepare-screened.js';

const folder = join(import.meta.dirname, '../../../definitions/screening');
const grounds = readGrounds(readFileSync(join(folder, 'grounds.yaml'), 'utf8'), 'grounds.yaml');

/** The rules that come with the software. */
export const shippedRules: readonly Rule<DetectorName>[] = readRules(
  readdirSync(join(folder, 'rules'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: name, text: readFileSync(join(folder, 'rules', name), 'utf8') })),
  grounds,
);

/** An application as a test tells it; what is left out is null. */
export interface Made {
  readonly filed: string | null;
  readonly published?: string;
  readonly kind?: string;
  readonly family?: string;
  readonly agency?: string;
  readonly claims?: number;
  readonly holder?: string;
  readonly area?: string;
  readonly address?: string;
  readonly type?: string;
  readonly symbol?: string;
  readonly title?: string;
  readonly abstract?: string;
  readonly claim?: string;
  readonly inventors?: readonly string[];
  readonly agent?: string;
  readonly outcome?: string;
  readonly granted?: string;
  readonly sold?: { readonly to: string; readonly on: string };
}

/** Two parties, and what connects them; left out: they are related. */
export type RelatedParties = readonly [string, string, ('related' | 'same?')?];

/** A release in memory of a few applications; each holder is a party of its own name. */
export class MadeOffice {
  readonly session: ScreenedSession;
  readonly #engine: Session;

  private constructor(engine: Session) {
    this.#engine = engine;
    this.session = {
      rows: (sql, parameters) => engine.rows(sql, parameters),
      stream: (sql) => engine.stream(sql),
      registerTable: (name, columns, rows) => engine.registerTable(name, columns, rows),
      keep: (name, sql) => engine.run(`CREATE OR REPLACE TABLE ${name} AS ${sql}`),
    };
  }

  static async of(
    applications: Readonly<Record<string, Made>>,
    related: readonly RelatedParties[] = [],
  ): Promise<MadeOffice> {
    const engine = await Session.open();
    const all = { ...patentTables, ...patentOwnerTables, ...partyTables, ...patentDecisionTables };
    const rows = rowsOf(applications, related);
    for (const { name, columns } of Object.values(all)) {
      const names = Object.keys(columns);
      const told = rows[name] ?? [];
      await engine.registerTable(
        name,
        columns,
        told.map((row) => names.map((column) => row[column] ?? null)),
      );
    }
    return new MadeOffice(engine);
  }

  /** What the shipped rule of a family finds, with some of its numbers otherwise, by the span of a day. */
  async detect(
    family: DetectorName,
    found: {
      readonly pairs?: readonly TextPair[];
      readonly groups?: readonly TextGroup[];
      readonly thresholds?: Readonly<Record<string, number>>;
      readonly least?: number;
    } = {},
  ): Promise<Detected & { readonly ids: string[] }> {
    const shipped = shippedRules.find(({ id }) => id === family);
    if (shipped === undefined) throw new OwnFault(`no rule ${family}`);
    const rule: Rule = { ...shipped, cohort: shipped.cohort && { least: found.least ?? shipped.cohort.least } };
    await prepareScreened(this.session, keyOfHolder);
    const atHand = { digests: null, told: new ToldPairs(), came: null, texts: new ReadTexts() };
    const paired = await readPairedTexts(this.session, found.pairs ?? [], atHand);
    await keepMeasured(this.session, null);
    const cohorts = new Cohorts(this.session, 'r1', null);
    const [span] = rule.spans;
    if (span === undefined) throw new OwnFault('no span');
    const told = { ...span, thresholds: { ...span.thresholds, ...found.thresholds } };
    const office = { session: this.session, paired, groups: found.groups ?? [], cohorts };
    const detected = await detectors[family](office, rule, told);
    return { ...detected, ids: detected.findings.map(({ application }) => application) };
  }

  close(): void {
    this.#engine.close();
  }
}

/** In a made office a holder is told apart by its name. */
export const keyOfHolder = (alias: string) => `${alias}.name`;

type Row = Readonly<Record<string, string | number | null>>;

function rowsOf(applications: Readonly<Record<string, Made>>, related: readonly RelatedParties[]) {
  const told = Object.entries(applications);
  const names = told.flatMap(([, { holder, sold }]) => [...(holder ? [holder] : []), ...(sold ? [sold.to] : [])]);
  const rows: Record<string, Row[]> = {
    patents: told.map(([id, { filed, published, kind, family, agency, claims }]) => ({
      ...{ id, filed_on: filed, published_on: published ?? null, kind: kind ?? 'invention' },
      ...{ family: family ?? null, agency: agency ?? null, claim_count: claims ?? null },
    })),
    patent_texts: told.map(([id, { title, abstract, claim }]) => ({
      ...{ id, title: title ?? null, abstract: abstract ?? null, first_claim: claim ?? null },
    })),
    patent_holders: told.flatMap(([id, { holder, area, address, type }]) =>
      holder === undefined
        ? []
        : [{ id, position: 1, name: holder, area: area ?? null, address: address ?? null, holder_type: type ?? null }],
    ),
    patent_classes: told.flatMap(([id, { symbol }]) =>
      symbol === undefined ? [] : [{ id, position: 1, scheme: 'IPC', symbol }],
    ),
    patent_people: told.flatMap(([id, { inventors = [], agent }]) => [
      ...inventors.map((pseudonym, at) => ({ id, position: at + 1, pseudonym, role: 'inventor' })),
      ...(agent === undefined ? [] : [{ id, position: 9, pseudonym: agent, role: 'agent' }]),
    ]),
    patent_states: told.flatMap(([id, { outcome, granted }]) =>
      outcome === undefined && granted === undefined
        ? []
        : [{ id, outcome: outcome ?? null, granted_on: granted ?? null }],
    ),
    patent_owners: told.flatMap(([id, { holder, sold }]) =>
      sold === undefined
        ? []
        : [
            { id, stage: 0, position: 1, name: holder ?? null, from_on: null },
            { id, stage: 1, position: 1, name: sold.to, from_on: sold.on },
          ],
    ),
    party_names: [...new Set(names)].map((name) => ({ key: name, name, party: name })),
    party_pairs: related.map(([a, b, relation = 'related']) => ({ a, b, relation })),
  };
  return rows;
}
