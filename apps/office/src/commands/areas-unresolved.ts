import { type HolderElsewhere, holdersElsewhere, isWithin, type UnresolvedAddress } from '@zhiheng/records';
import { type AreaDirectory, type Scope, UserFault } from '@zhiheng/vocabulary';
import type { AreaCandidate, UnresolvedAnswer, UnresolvedRow } from '../answers-deciding.js';
import { lentSession, shownHoldings } from '../lent-session.js';
import { namedArea } from '../named-area.js';
import type { Office } from '../office.js';
import { currentReference, type Reference } from '../reference.js';
import { unresolvedOf } from '../unresolved.js';
import { type Command, done } from './command.js';

const usualPage = 50;
const mostPage = 500;
/** More places of the same holders than this tell nothing any more. */
const mostElsewhere = 5;

export interface UnresolvedInput {
  /** Only addresses with these characters. */
  readonly words?: string;
  /** `candidates`: only those that may mean several areas; `nothing`: only those that name none. */
  readonly only?: 'candidates' | 'nothing';
  /** Only those with these very candidates, joined by commas. */
  readonly candidates?: string;
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** Addresses whose area is open, those of most records first. Throws `not-allowed` where masked addresses are searched. */
export const areasUnresolved: Command<UnresolvedInput, UnresolvedAnswer> = async (input, { office, scope }) => {
  if (input.words !== undefined && scope.personal === 'masked') {
    throw new UserFault('not-allowed', {
      place: { field: 'words' },
      expected: 'no search in addresses that you may not see',
    });
  }
  const settled = new Set(
    (await office.rulings.all()).filter(({ undone }) => undone === null).map(({ subject }) => subject),
  );
  const open = (await unresolvedOf(office, scope)).filter(({ id }) => !settled.has(id));
  const matching = open.filter((entry) => matches(entry, input));
  const behind = matching.slice(startOf(matching, input.after));
  const page = behind.slice(0, Math.min(Math.max(input.limit ?? usualPage, 1), mostPage));
  const elsewhere = await elsewhereOf(office, scope, page);
  const rows = rowsOf(office, page, elsewhere, open);
  const last = page.at(-1);
  return done({
    open: open.length,
    records: open.reduce((sum, { records }) => sum + records, 0),
    matching: matching.length,
    rows: scope.personal === 'plain' ? rows : rows.map(masked),
    next: behind.length > page.length && last !== undefined ? `${last.records}:${last.id}` : null,
  });
};

async function elsewhereOf(
  office: Office,
  scope: Scope,
  page: readonly UnresolvedAddress[],
): Promise<HolderElsewhere[]> {
  const shown = await shownHoldings(office);
  if (shown === null || page.length === 0) return [];
  return lentSession(office, shown, { ...scope, personal: 'plain' }, (session) => holdersElsewhere(session, page));
}

function matches(
  { address, candidates }: UnresolvedAddress,
  { words, only, candidates: these }: UnresolvedInput,
): boolean {
  if (only !== undefined && (only === 'candidates') !== candidates.length > 0) return false;
  if (these !== undefined && candidates.join() !== these) return false;
  return words === undefined || address.includes(words);
}

/** Where the page begins: `after` may have been settled meanwhile. */
function startOf(entries: readonly UnresolvedAddress[], after: string | undefined): number {
  const match = /^(\d{1,12}):(A-[a-z2-7]{12})$/.exec(after ?? '');
  if (match === null) return 0;
  const [records, id] = [Number(match[1]), match[2] ?? ''];
  const at = entries.findIndex((one) => one.records < records || (one.records === records && one.id > id));
  return at === -1 ? entries.length : at;
}

function rowsOf(
  office: Office,
  page: readonly UnresolvedAddress[],
  elsewhere: readonly HolderElsewhere[],
  open: readonly UnresolvedAddress[],
): UnresolvedRow[] {
  const alike = new Map<string, number>();
  for (const { candidates } of open) alike.set(candidates.join(), (alike.get(candidates.join()) ?? 0) + 1);
  const reference = currentReference(office);
  return page.map((entry) => {
    const others = elsewhere.filter((one) => one.entry === entry.id);
    const same = entry.candidates.length === 0 ? 0 : (alike.get(entry.candidates.join()) ?? 1) - 1;
    return rowOf(reference, entry, others, same);
  });
}

function rowOf(
  reference: Reference,
  entry: UnresolvedAddress,
  elsewhere: readonly HolderElsewhere[],
  alike: number,
): UnresolvedRow {
  const { id, address, country, records } = entry;
  const directory = reference.areas();
  const { text, evidence } = reference.addresses().explain(address);
  const named = entry.candidates.length > 0;
  const places = named ? entry.candidates : elsewhere.slice(0, mostElsewhere).map(({ area }) => area);
  const candidates = places.map((area) => candidateOf(directory, area, text, elsewhere));
  const suggested = suggestedOf(candidates);
  return {
    ...{ id, address, country, records, text, evidence, candidates, alike },
    counted: namedArea(directory, entry.area),
    suggested: suggested === null ? null : namedArea(directory, suggested),
  };
}

function candidateOf(
  directory: AreaDirectory,
  area: string,
  text: string,
  elsewhere: readonly HolderElsewhere[],
): AreaCandidate {
  const name = directory.has(area) ? directory.name(area, 'zh-Hans') : '';
  const start = name === '' ? -1 : text.indexOf(name);
  const there = elsewhere.filter((one) => isWithin(one.area, area));
  return {
    ...namedArea(directory, area),
    found: start === -1 ? null : { start, end: start + name.length },
    elsewhere: there.reduce((sum, { records }) => sum + records, 0),
  };
}

/** The candidate in which the same holders stand more often than in any other. */
function suggestedOf(candidates: readonly AreaCandidate[]): string | null {
  const [first, second] = candidates.toSorted((a, b) => b.elsewhere - a.elsewhere);
  if (first === undefined || first.elsewhere === 0) return null;
  return second === undefined || second.elsewhere < first.elsewhere ? first.area : null;
}

function masked(row: UnresolvedRow): UnresolvedRow {
  const candidates = row.candidates.map((one) => ({ ...one, found: null }));
  return { ...row, address: null, text: null, evidence: [], candidates };
}
