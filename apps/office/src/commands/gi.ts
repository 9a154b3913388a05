import { openLakeSession } from '@zhiheng/lake';
import { type Command, done } from './command.js';

/** A geographical indication as `gi list` shows it. */
export interface GeographicalIndicationRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: string | null;
  readonly status: string | null;
  readonly filedOn: string | null;
  readonly publishedOn: string | null;
  readonly registeredOn: string | null;
  readonly country: string | null;
}

export interface GiListInput {
  /** ST.3, or the name as the register gives it. */
  readonly country?: string;
  readonly status?: string;
  readonly release?: string;
}

/** Geographical indications of a release; without a release, of what is loaded. */
export const giList: Command<GiListInput, GeographicalIndicationRow[]> = async (input, { office, scope }) => {
  const released = input.release !== undefined || (await office.ledger.last('release')) !== null;
  const manifest = released ? (await office.release(input.release)).release : await office.holdings();
  const session = await openLakeSession(manifest, office.store, scope);
  try {
    const tests = [
      ...(input.country === undefined ? [] : ['coalesce(country, country_as_given) = $1']),
      ...(input.status === undefined ? [] : [`status = $${input.country === undefined ? 1 : 2}`]),
    ];
    const parameters = [input.country, input.status].filter((one) => one !== undefined);
    return done(
      await session.rows<GeographicalIndicationRow>(
        `SELECT id, number, name, kind, status, filed_on AS "filedOn", published_on AS "publishedOn",
           registered_on AS "registeredOn", coalesce(country, country_as_given) AS country
         FROM geographical_indications ${tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`} ORDER BY number`,
        parameters,
      ),
    );
  } finally {
    session.close();
  }
};
