import { partyTables, type Scope, trademarkTables } from '@zhiheng/vocabulary';
import { areaTest } from './area-test.js';
import { shownColumns } from './masks.js';

/** SQL of the current rows of a table, whoever asks. */
export type CurrentRows = (table: string) => string;

/**
 * SQL of the rows of a table that a scope shows. A record is visible when any of its present holders (without an end date)
 * lies in one of the areas, and the rows beside it are visible with it, all its holders too. A patent that changed hands is
 * visible with any owner it ever had: figures of some day count it in each of their areas. A deed or a statement has no
 * holders: it is visible with any patent it concerns, and of its events those that concern such a patent.
 */
export function visibleRows(table: string, scope: Scope, current: CurrentRows): string {
  const rows = current(table);
  const columns = shownColumns(table, scope.personal);
  if (scope.areas === 'everywhere') return columns === '*' ? rows : `SELECT ${columns} FROM (${rows}) AS held`;
  return `SELECT ${columns} FROM (${rows}) AS held WHERE ${visibleTest(table, scope.areas, current)}`;
}

function visibleTest(table: string, areas: readonly string[], current: CurrentRows): string {
  if (areas.length === 0) return 'false';
  if (table in partyTables) return visibleParty(table, areas, current);
  const here = `(${areas.map((code) => areaTest(code, 'area')).join(' OR ')})`;
  const held = (holders: string) => `SELECT id FROM (${current(holders)}) AS holder WHERE to_on IS NULL AND ${here}`;
  const patents = `${held('patent_holders')} UNION ALL SELECT id FROM (${current('patent_owners')}) AS owner WHERE ${here}`;
  if (table === 'patent_events') return `(held.id IN (${patents}) OR held.patent IN (${patents}))`;
  if (table === 'patent_statements') return `held.patent IN (${patents})`;
  if (table === 'recordals' || table === 'new_holders') {
    return `held.id IN (SELECT id FROM (${current('patent_events')}) AS event WHERE patent IN (${patents}))`;
  }
  const holders = holdersOf(table);
  return `held.id IN (${holders === 'patent_holders' ? patents : held(holders)})`;
}

/** A party is where most of its records are; a pair is visible where both its parties are. */
function visibleParty(table: string, areas: readonly string[], current: CurrentRows): string {
  const here = `(${areas.map((code) => areaTest(code, 'area')).join(' OR ')})`;
  if (table !== 'party_pairs') return here;
  const seen = `SELECT party FROM (${current('parties')}) AS party WHERE ${here}`;
  return `held.a IN (${seen}) AND held.b IN (${seen})`;
}

function holdersOf(table: string): string {
  if (table in trademarkTables) return 'trademark_holders';
  return table === 'geographical_indications' || table === 'gi_users' ? 'gi_users' : 'patent_holders';
}
