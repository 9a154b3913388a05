import type { ApplicationFacts } from '../pairs/application-facts.js';
import type { PairedApplications } from '../pairs/paired-texts.js';
import type { RuleSpan } from '../rules/rule.js';

/** What an evidence tells of the other of two applications, and of what connects them. */
export function pairFacts({ relation }: PairedApplications, other: ApplicationFacts) {
  return { relation, filed: other.filed, published: other.published, area: other.area };
}

/** Whether a rule's span is for an application. */
export function inSpan({ filed }: Pick<ApplicationFacts, 'filed'>, { validFrom, validTo }: RuleSpan): boolean {
  return validFrom <= filed && (validTo === null || filed <= validTo);
}

/** The same as SQL over `screened`. Days are read from a rule, and are days. */
export function spanSql({ validFrom, validTo }: RuleSpan, alias = 's'): string {
  const until = validTo === null ? '' : ` AND ${alias}.filed_on <= DATE '${validTo}'`;
  return `${alias}.filed_on >= DATE '${validFrom}'${until}`;
}
