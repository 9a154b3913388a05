import type { CoverageEntry } from '@zhiheng/vocabulary';
import { type Command, done } from './command.js';

/** One row of `coverage`; `area` and `kind` null: all of them. */
export interface CoverageRow {
  readonly table: string;
  readonly office: string;
  readonly dataset: string;
  readonly event: string;
  readonly kind: string | null;
  readonly area: string | null;
  readonly from: string;
  readonly to: string;
  readonly inForceFrom: string | null;
  readonly completeness: string;
  readonly source: string;
}

/** What a release can know; without a release, what is loaded. */
export const coverage: Command<{ release?: string }, CoverageRow[]> = async ({ release }, { office }) => {
  const named = release !== undefined || (await office.ledger.last('release')) !== null;
  const entries = named ? (await office.release(release)).release.coverage : (await office.holdings()).coverage;
  return done(entries.flatMap(spread));
};

function spread(entry: CoverageEntry): CoverageRow[] {
  const { kinds, areas, ...rest } = entry;
  return (kinds ?? [null]).flatMap((kind) => (areas ?? [null]).map((area) => ({ ...rest, kind, area })));
}
