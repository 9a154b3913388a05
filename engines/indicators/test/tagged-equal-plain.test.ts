import { callRelation, dialects, evaluate, type ListCall } from '@zhiheng/expressions';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ClassTree } from '../src/classification/class-tree.js';
import { askableCodes, type Concordance, type ConcordanceSettings } from '../src/classification/concordance.js';
import { type ClassifiedText, Membership } from '../src/classification/membership.js';
import { Memberships } from '../src/classification/memberships.js';
import { parseRecordTest } from '../src/definition-file/record-expressions.js';
import { readState } from '../src/explaining/record-state.js';
import { MemorySession } from './memory-session.js';

const tree = new ClassTree(
  'main_group,told,subgroups\nG06F1,yes,02:1 04:2 16:1\nG06F11,yes,14:1\nG06N3,yes,02:1 08:2\nH01M10,yes,052:1 06:1 08:2 10:3\nH01M50,no,10:1 20:2\n',
);
/** What lies right above each group, as the tree above was written. */
const above: Readonly<Record<string, string>> = {
  'G06F1/02': 'G06F1/00',
  'G06F1/04': 'G06F1/02',
  'G06F1/16': 'G06F1/00',
  'G06F11/14': 'G06F11/00',
  'G06N3/02': 'G06N3/00',
  'G06N3/08': 'G06N3/02',
  'H01M10/052': 'H01M10/00',
  'H01M10/06': 'H01M10/00',
  'H01M10/08': 'H01M10/06',
  'H01M10/10': 'H01M10/08',
  'H01M50/10': 'H01M50/00',
  'H01M50/20': 'H01M50/10',
};
const symbols = [
  ...Object.keys(above),
  'G06F1/00',
  'G06N3/00',
  'H01M10/00',
  'G06F',
  'H01M',
  'G06K9/20',
  'H04L29/06',
  'H01M50/99',
];
const patterns = [...symbols, 'G06F1', 'G06F11', 'H01M50', 'H04L29', 'G06', 'H', 'G06F', 'G06K'].flatMap((one) => [
  one,
  `${one}*`,
]);
const words = ['电池', 'GPU', 'sis', '玩具'];
const titles = [null, '一种电池', 'GPU电池', '玩具电池', 'basis of SIS', '基于gpu的玩具', ''];

/** From a symbol upwards; what the tree does not have lies right below its main group. */
function lineOf(symbol: string): string[] {
  const main = symbol.includes('/') ? `${symbol.split('/')[0]}/00` : symbol;
  const next = symbol === main ? null : (above[symbol] ?? main);
  if (next !== null) return [symbol, ...lineOf(next)];
  return [symbol, ...[4, 3, 1].filter((length) => length < symbol.length).map((length) => symbol.slice(0, length))];
}

/** Upwards from the symbol, where the fast way goes downwards from the pattern. */
function covers(pattern: string, symbol: string): boolean {
  const star = pattern.endsWith('*');
  const bare = star ? pattern.slice(0, -1) : pattern;
  if (bare.includes('/')) return star ? lineOf(symbol).includes(bare) : symbol === bare;
  return lineOf(symbol).includes(bare.length > 4 ? `${bare}/00` : bare);
}

function stands(word: string, text: string): boolean {
  const plain = word.toLowerCase();
  if (!/[a-z]/.test(plain)) return text.toLowerCase().includes(plain);
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .includes(plain);
}

type Rule = Concordance['rules'][number];

function plainlyMet(rule: Rule, { symbols: given, title }: ClassifiedText, settings: ConcordanceSettings): boolean {
  const looked = settings.positions === 'first' ? given.slice(0, 1) : given;
  const any = (list: readonly string[], symbol: string) => list.some((pattern) => covers(pattern, symbol));
  const admitting = settings.partial === 'counts' ? [...rule.include, ...rule.partial] : rule.include;
  const met =
    settings.exclude === 'records'
      ? looked.some((symbol) => any(admitting, symbol)) && !looked.some((symbol) => any(rule.exclude, symbol))
      : looked.some((symbol) => any(admitting, symbol) && !any(rule.exclude, symbol));
  const has = (word: string) => stands(word, title ?? '');
  const wanted =
    rule.keywords.length === 0 || (settings.keywords === 'any' ? rule.keywords.some(has) : rule.keywords.every(has));
  return met && wanted && !rule.excludedKeywords.some(has);
}

const few = (values: readonly string[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });
const rule = fc.record({
  code: fc.constantFrom('1', '1.1', '1.10', '2.1', '2.1.3'),
  rule: fc.integer({ min: 1, max: 3 }),
  include: few(patterns, 3),
  exclude: few(patterns, 2),
  partial: few(patterns, 2),
  keywords: few(words, 2),
  excludedKeywords: few(words, 1),
  openEnded: fc.constant(false),
});
const settings = fc.record({
  partial: fc.constantFrom('left-out' as const, 'counts' as const),
  exclude: fc.constantFrom('symbols' as const, 'records' as const),
  positions: fc.constantFrom('all' as const, 'first' as const),
  keywords: fc.constantFrom('any' as const, 'all' as const),
  editions: fc.constant('as-written' as const),
});
const record = fc.record({
  symbols: fc.array(fc.constantFrom(...symbols), { maxLength: 4 }),
  title: fc.constantFrom(...titles),
  abstract: fc.constant(null),
});

function tableOf(rules: readonly Rule[], chosen: ConcordanceSettings): Concordance {
  const text = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
  const sheet = {
    ...{ id: 't-1', version: '1', status: 'table' as const, names: text, provisional: true, ipcEdition: '' },
    ...{ origin: { text: '', date: null, url: null }, groups: {}, doubts: [], settings: chosen },
  };
  return {
    version: '1',
    codes: Object.fromEntries(rules.map(({ code }) => [code, code])),
    rules,
    sheet,
    own: false,
    hash: '',
  };
}

describe('codes of random records in random tables', async () => {
  const session = await MemorySession.open();
  afterAll(() => session.close());

  it('are those of the plain way, from each symbol upwards', () => {
    let met = 0;
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 5 }),
        settings,
        fc.array(record),
        (rules, chosen, records) => {
          const member = new Membership(tableOf(rules, chosen), tree);
          const kept = new Memberships([tableOf(rules.slice(1), chosen), tableOf(rules, chosen)], tree);
          for (const one of records) {
            if (one.symbols.length > 0) {
              const [, codes] = kept.codesOf({ ...one, symbols: one.symbols.join(';') });
              expect(codes).toEqual(member.codesOf(one));
            }
            const plain = new Set(rules.filter((each) => plainlyMet(each, one, chosen)).map(({ code }) => code));
            expect(new Set(member.codesOf(one))).toEqual(plain);
            met += plain.size;
          }
        },
      ),
      { numRuns: 1500, seed: 7 },
    );
    expect(met).toBeGreaterThan(500);
  }, 60_000);

  it('are the same by SQL over what was told once and by the evaluator over the record itself', async () => {
    let held = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        settings,
        fc.array(record, { minLength: 6 }),
        async (rules, chosen, records) => {
          const table = tableOf(rules, chosen);
          const member = new Membership(table, tree);
          const ids = records.map((_, index) => `CN:${index}`);
          await session.registerTable(
            'patents',
            { id: 'text', kind: 'text', number: 'text', office: 'text', dataset: 'text' },
            ids.map((id) => [id, 'invention', id, 'CN', 'real']),
          );
          await session.registerTable(
            'patent_texts',
            { id: 'text', title: 'text', abstract: 'text' },
            records.map(({ title }, index) => [ids[index] ?? '', title, null]),
          );
          await session.registerTable(
            'patent_classes',
            { id: 'text', scheme: 'text', edition: 'text', symbol: 'text', position: 'integer' },
            records.flatMap((one, index) =>
              one.symbols.map((symbol, at) => [ids[index] ?? '', 'ipc', null, symbol, at + 1]),
            ),
          );
          await session.registerTable(
            'patent_tags',
            { id: 'text', scheme: 'text', code: 'text' },
            records.flatMap((one, index) => member.codesOf(one).map((code) => [ids[index] ?? '', 't-1', code])),
          );
          for (const code of askableCodes(table)) {
            const asked = parseRecordTest(`classified('t-1', '${code}')`, []);
            const told = await session.rows<{ id: string }>(callRelation(asked as ListCall, dialects.duckdb));
            const bySql = new Set(told.map(({ id }) => id));
            for (const id of ids) {
              const tags = (_: string, given: ClassifiedText) => member.codesOf(given);
              const state = await readState(session, id, [asked], { columns: [], lists: [], owned: null, tags });
              expect(state === null ? null : evaluate(asked, state), `${code} ${id}`).toBe(bySql.has(id));
            }
            held += bySql.size;
          }
        },
      ),
      { numRuns: 12, seed: 11 },
    );
    expect(held).toBeGreaterThan(20);
  }, 120_000);
});
