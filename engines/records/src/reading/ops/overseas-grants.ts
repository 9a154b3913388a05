import { type Day, OwnFault } from '@zhiheng/vocabulary';
import type { DocumentNumber } from '../exchange/document-number.js';
import { type ExchangeApplication, exchangeApplication } from '../exchange/exchange-application.js';
import type { EventRow, StatedPatent } from '../exchange/patent-statement.js';
import type { Publication } from '../exchange/publication.js';
import { RecordFault } from '../record-fault.js';

interface Filing {
  readonly patent: StatedPatent;
  readonly on: Day | null;
}

/**
 * The application that began a family: the earliest filing among the priorities of a family and its own applications;
 * priorities first on the same day. `office` is where it was filed.
 */
export function firstFiling(family: readonly Publication[]): StatedPatent {
  const members = new Map(family.map(({ application }) => [givenName(application.filedAt, application), application]));
  const priorities = family.flatMap((one) => one.priorities.flatMap(({ of }) => (of === null ? [] : [of])));
  const filings: Filing[] = [
    ...priorities.map((of) => {
      const member = members.get(givenName(of.country, { ...of, numberAsGiven: of.number }));
      return { patent: member === undefined ? priorityOf(of) : filedWhere(member), on: of.on };
    }),
    ...family.map(({ application }) => ({ patent: filedWhere(application), on: application.filedOn })),
  ];
  const [first, ...others] = filings;
  if (first === undefined) throw new OwnFault('a family without members');
  return others.reduce((best, one) => ((one.on ?? '9') < (best.on ?? '9') ? one : best), first).patent;
}

/** A number as docdb writes it, the same for a priority and for the application itself. */
function givenName(country: string, { numberAsGiven, kind }: { numberAsGiven: string; kind: string | null }): string {
  return `${country} ${numberAsGiven} ${kind ?? ''}`;
}

function filedWhere({ id, filedAt, number, numberAsGiven }: ExchangeApplication): StatedPatent {
  return { id, office: filedAt, number, numberAsGiven };
}

function priorityOf(given: DocumentNumber): StatedPatent {
  try {
    return filedWhere(exchangeApplication(given));
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    const id = `${given.country}${given.number}${given.kind ?? ''}`;
    return { id, office: given.country, number: given.number, numberAsGiven: given.number };
  }
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
