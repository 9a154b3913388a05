import { readPeriod, units } from '@zhiheng/vocabulary';
import type { FindOrganisation } from '../../guideline/outline/owner-notes.js';
import { readQuantity } from '../../guideline/targets/quantity.js';
import type { Programme, Target } from '../../programme.js';
import type { ComparedSide, ComparedTarget } from '../comparison.js';

/** A programme in force as a side of a comparison, in its simplified words; the text of an item is what its clauses say. */
export function programmeSide(programme: Programme, find: FindOrganisation): ComparedSide {
  const { id, names, number, issuedOn, year, sections, targets } = programme;
  return {
    head: { id, kind: 'programme', title: names['zh-Hans'], number, issuedOn, year, words: 'own' },
    sections: sections.map((section) => ({ title: section.names['zh-Hans'], role: section.role })),
    items: sections.flatMap(({ items }, section) =>
      items.map((item) => {
        const owners = new Set(item.clauses.flatMap((clause) => clause.owners));
        const lines = item.clauses.flatMap((clause) => clause.source?.lines[0] ?? []);
        return {
          section,
          number: item.number,
          title: item.names['zh-Hans'],
          text: item.clauses.map((clause) => `${clause.names['zh-Hans']}。`).join(''),
          owners: [...owners].map((name) => ({ name, id: find(name) })),
          line: lines.length === 0 ? null : Math.min(...lines),
        };
      }),
    ),
    targets: targets.map(targetOf),
  };
}

function targetOf(target: Target): ComparedTarget {
  const limit = 'limit' in target ? target.limit : null;
  return {
    id: target.id,
    kind: target.kind,
    subject: target.names['zh-Hans'],
    ...quantityOf(limit, target.unit),
    direction: directionOf(target),
    due: readPeriod(target.period)?.to ?? null,
    approximate: false,
    text: target.names['zh-Hans'],
  };
}

/** A limit as a text would have it: 10 and `percent` for a growth rate of 0.10, `pieces` for patents. */
function quantityOf(limit: number | null, unit: Target['unit']): Pick<ComparedTarget, 'limit' | 'unit'> {
  if (limit === null || unit === null) return { limit, unit: null };
  if (unit === 'share' || unit === 'growth-rate')
    return { limit: Number((limit * 100).toPrecision(12)), unit: 'percent' };
  if (unit === 'percent-of-gdp') return { limit, unit: 'percent' };
  return { limit, unit: readQuantity(`1${units[unit].symbol['zh-Hans']}`).unit || unit };
}

/** A growth is read as rising, as a text says it. */
function directionOf(target: Target): ComparedTarget['direction'] {
  if (target.kind === 'direction') return target.direction;
  if (target.kind !== 'growth') return null;
  return target.limit < 0 ? 'falls' : 'rises';
}
