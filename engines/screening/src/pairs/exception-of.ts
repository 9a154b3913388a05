import type { Exception } from '../rules/rule.js';
import type { ApplicationFacts } from './application-facts.js';
import type { Relation } from './relation.js';

const kindsOfOneDay = ['invention', 'utility_model'];

/** The first of the exceptions of a rule that two applications fall under; null: none. */
export function exceptionOf(
  exceptions: readonly Exception[],
  a: ApplicationFacts,
  b: ApplicationFacts,
  relation: Relation,
): Exception | null {
  return exceptions.find((exception) => applies(exception, a, b, relation)) ?? null;
}

function applies(exception: Exception, a: ApplicationFacts, b: ApplicationFacts, relation: Relation): boolean {
  switch (exception) {
    case 'same-family':
      return a.family !== null && a.family === b.family;
    // The law lets one applicant file one invention as both kinds on one day.
    case 'two-kinds-one-day':
      return (
        relation === 'one-holder' &&
        a.filed === b.filed &&
        a.kind !== b.kind &&
        [a.kind, b.kind].every((kind) => kind !== null && kindsOfOneDay.includes(kind))
      );
    case 'one-holder':
      return relation === 'one-holder';
    case 'related-parties':
      return relation === 'related-parties';
    case 'universities':
      return false;
  }
}
