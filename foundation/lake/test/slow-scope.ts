import { AreaDirectory, type Scope, type ShownTable } from '@zhiheng/vocabulary';
import type { Row, Rows } from './scoped-lake.js';

const areas = new AreaDirectory('code,level,zh-Hans,zh-Hant,en\n');

/** Rows of a table that a scope shows, found record by record; masks are written out by hand in the tests. */
export function slowRows(all: Rows, table: ShownTable, scope: Scope): readonly Row[] {
  const rows = all[table] ?? [];
  const of = (name: ShownTable) => all[name] ?? [];
  const lies = (area: Row[string] | undefined) =>
    scope.areas === 'everywhere' || (typeof area === 'string' && scope.areas.some((wide) => areas.within(area, wide)));
  const held = (holders: ShownTable, id: Row[string] | undefined) =>
    scope.areas === 'everywhere' ||
    of(holders).some((row) => row.id === id && (row.to_on ?? null) === null && lies(row.area)) ||
    (holders === 'patent_holders' && of('patent_owners').some((row) => row.id === id && lies(row.area)));
  switch (table) {
    case 'patent_events':
      return rows.filter((row) => held('patent_holders', row.id) || held('patent_holders', row.patent));
    case 'patent_statements':
      return rows.filter((row) => held('patent_holders', row.patent));
    case 'recordals':
    case 'new_holders':
      return rows.filter(
        ({ id }) =>
          scope.areas === 'everywhere' ||
          of('patent_events').some((event) => event.id === id && held('patent_holders', event.patent)),
      );
    case 'trademarks':
    case 'trademark_classes':
    case 'trademark_holders':
    case 'trademark_events':
      return rows.filter(({ id }) => held('trademark_holders', id));
    case 'geographical_indications':
    case 'gi_users':
      return rows.filter(({ id }) => held('gi_users', id));
    case 'parties':
    case 'party_names':
    case 'party_keys':
      return rows.filter(({ area }) => lies(area));
    case 'party_pairs': {
      const seen = (party: Row[string] | undefined) =>
        of('parties').some((row) => row.party === party && lies(row.area));
      return rows.filter(({ a, b }) => scope.areas === 'everywhere' || (seen(a) && seen(b)));
    }
    default:
      return rows.filter(({ id }) => held('patent_holders', id));
  }
}
