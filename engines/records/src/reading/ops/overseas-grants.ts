import { OwnFault } from '@zhiheng/vocabulary';
import type { DocumentNumber } from '../exchange/document-number.js';
import { exchangeApplication } from '../exchange/exchange-application.js';
import type { EventRow, StatedPatent } from '../exchange/patent-statement.js';
import type { Publication } from '../exchange/publication.js';
import { RecordFault } from '../record-fault.js';

/** The application that began a family: the earliest filing among the priorities of a family and its own applications; priorities first on the same day. */
export function firstFiling(family: readonly Publication[]): StatedPatent {
  const filings = [
    ...family.flatMap(({ priorities }) => priorities.flatMap(({ of }) => (of === null ? [] : [of]))),
    ...family.map(
      ({ application }): DocumentNumber => ({
        country: application.filedAt,
        number: application.numberAsGiven,
        kind: application.kind,
        on: application.filedOn,
      }),
    ),
  ];
  const [first, ...others] = filings;
  if (first === undefined) throw new OwnFault('a family without members');
  const earliest = others.reduce((best, one) => ((one.on ?? '9') < (best.on ?? '9') ? one : best), first);
  const { id, number, numberAsGiven } = applicationOf(earliest);
  return { id, office: earliest.country, number, numberAsGiven };
}

/**
 * One row for each application of a family that another office than that of the first filing granted. `patent` is the
 * first filing, `reference` the publication of the grant, `country` the office that granted. National parts of a European
 * patent (kinds T, D) are no grants of their own.
 */
export function overseasGrants(family: readonly Publication[], first: StatedPatent): EventRow[] {
  const byApplication = new Map<string, Publication>();
  for (const publication of family) {
    if (!publication.granted || publication.application.office === first.office) continue;
    const known = byApplication.get(publication.application.id);
    if (known === undefined || grantDay(publication) < grantDay(known)) {
      byApplication.set(publication.application.id, publication);
    }
  }
  return [...byApplication.values()].map(({ of, application, grantedOn }) => ({
    patent: first.id,
    event: 'overseas_grant',
    event_on: grantedOn,
    country: application.office,
    reference: `${of.country}${of.number}${of.kind ?? ''}`,
  }));
}

const grantDay = ({ grantedOn, of }: Publication): string => grantedOn ?? `9${of.on ?? ''}`;

function applicationOf(given: DocumentNumber): Omit<StatedPatent, 'office'> {
  try {
    return exchangeApplication(given);
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    const id = `${given.country}${given.number}${given.kind ?? ''}`;
    return { id, number: given.number, numberAsGiven: given.number };
  }
}
