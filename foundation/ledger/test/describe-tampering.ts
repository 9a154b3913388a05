import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { type ChainFault, readAnchors } from '@zhiheng/ledger';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkOf, openSigned, writeActs } from './sample-acts.js';
import type { TestEngine, TestPlace } from './test-engines.js';

const acts = 20;
const anchored = [5, 12, 19];
const quoted = (value: unknown): string =>
  value === null ? 'null' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** Everything that can be done to a chain by whoever has the database, and how it is told. */
export function describeTampering(engine: TestEngine): void {
  describe(`tampering on ${engine.name}`, () => {
    let test: TestPlace;
    beforeEach(async () => {
      test = engine.fresh();
      await writeActs(test, acts, anchored);
    });
    afterEach(() => test.remove());

    const found = async (withAnchors = false): Promise<string[]> => {
      const ledger = await openSigned(test);
      try {
        const anchors = withAnchors ? readAnchors(join(test.folder, 'anchors')) : [];
        const { ok, faults } = await ledger.verify({ anchors });
        expect(ok).toBe(faults.length === 0);
        return faults.map(words);
      } finally {
        await ledger.close();
      }
    };
    const alter = (number: number, changes: Record<string, unknown>) =>
      test.raw(
        `update acts set ${Object.entries(changes)
          .map(([column, value]) => `"${column}" = ${quoted(value)}`)
          .join(', ')} where number = ${number}`,
      );
    const rowOf = async (number: number): Promise<Record<string, unknown>> => {
      const [row = {}] = await test.raw(`select * from acts where number = ${number}`);
      return { ...row, number };
    };
    const insert = async (row: Record<string, unknown>) => {
      const names = Object.keys(row).map((name) => `"${name}"`);
      await test.raw(`insert into acts (${names}) values (${Object.values(row).map(quoted)})`);
    };
    /** Links the acts from one to another anew, as the software would have. */
    const linkAnew = async (from: number, through = acts) => {
      const rows = await test.raw(`select * from acts where number between ${from - 1} and ${through} order by number`);
      let previous = from === 1 ? '0'.repeat(64) : String(rows.shift()?.chain);
      for (const row of rows) {
        const chain = linkOf({ ...row, previous });
        await alter(Number(row.number), { previous, chain });
        previous = chain;
      }
    };
    /** Adds to the numbers from one on, around the rule that a number stands once. */
    const shift = async (from: number, by: number) => {
      await test.raw(`update acts set number = -number where number >= ${from}`);
      await test.raw(`update acts set number = -number + ${by} where number < 0`);
    };
    const forgedBehind = async (number: number): Promise<Record<string, unknown>> => {
      const { chain, ...before } = await rowOf(number);
      const forged = { ...before, number: number + 1, object: 'forged', previous: chain };
      return { ...forged, chain: linkOf(forged) };
    };

    it('that did not happen is not found', async () => {
      expect(await found()).toEqual([]);
      expect(await found(true)).toEqual([]);
    });

    it.each([
      ...['time', 'person', 'on_behalf_of', 'surface', 'kind', 'object', 'hash', 'before', 'after'].map(
        (column) => [column, '2026'] as const,
      ),
      ...(['previous', 'chain'] as const).map((column) => [column, 'f'.repeat(64)] as const),
      ['reads', 1],
      ['reads', 2],
      ['after', null],
    ] as const)('with %s (now %s) is an altered act', async (column, value) => {
      await alter(7, { [column]: value });
      expect(await found()).toEqual(['altered 7']);
      expect(await found(true)).toEqual(['altered 7']);
    });

    it('with an act and its own link is an altered act', async () => {
      await alter(12, { person: 'account:9' });
      await linkAnew(12, 12);
      expect(await found()).toEqual(['altered 12']);
      expect(await found(true)).toEqual(['altered 12']);
    });

    it('with the first act and its own link is an altered act', async () => {
      await alter(1, { person: 'account:9' });
      await linkAnew(1, 1);
      expect(await found()).toEqual(['altered 1']);
    });

    it('by a swap of two acts', async () => {
      await test.raw('update acts set number = -number where number in (7, 8)');
      await test.raw('update acts set number = 15 + number where number < 0');
      expect(await found()).toEqual(['inserted 7', 'altered 8']);
    });

    it.each([
      ['the first', 1, 1],
      ['one in the middle', 7, 7],
      ['several', 7, 9],
      ['all but the last', 1, 19],
    ])('by removing acts, %s', async (_, from, through) => {
      await test.raw(`delete from acts where number between ${from} and ${through}`);
      const expected = [from === through ? `removed ${from}` : `removed ${from}-${through}`];
      expect(await found()).toEqual(expected);
      expect(await found(true)).toEqual(expected);
    });

    it('by removing acts and closing the gap', async () => {
      await test.raw('delete from acts where number in (7, 8)');
      await shift(9, -2);
      expect(await found()).toEqual(['removed 7-8']);
      expect(await found(true)).toEqual(['removed 7-8']);
    });

    it('by inserting an act that fits the one before it', async () => {
      const forged = await forgedBehind(7);
      await shift(8, 1);
      await insert(forged);
      expect(await found()).toEqual(['inserted 8']);
      expect(await found(true)).toEqual(['inserted 8']);
    });

    it('by inserting acts that fit nothing', async () => {
      const forged = { ...(await forgedBehind(7)), chain: 'e'.repeat(64) };
      await shift(8, 2);
      await insert(forged);
      await insert({ ...forged, number: 9 });
      expect(await found()).toEqual(['inserted 8-9']);
      expect(await found(true)).toEqual(['inserted 8-9']);
    });

    it('by inserting an act before the first', async () => {
      await insert({ ...(await forgedBehind(7)), number: 0 });
      expect(await found()).toEqual(['inserted 0']);
    });

    it('by appending an act with a right link and no signature', async () => {
      await insert(await forgedBehind(acts));
      expect(await found()).toEqual([`inserted ${acts + 1}`]);
    });

    it('by cutting off the end', async () => {
      await test.raw('delete from acts where number > 16');
      expect(await found()).toEqual(['cut-off 17-20']);
      await test.raw('delete from heads');
      expect(await found()).toEqual(['signature 16']);
      expect(await found(true)).toEqual(['signature 16', 'cut-off 17-19']);
    });

    it('by removing everything', async () => {
      await test.raw('delete from acts');
      expect(await found()).toEqual(['cut-off 1-20']);
      await test.raw('delete from heads');
      expect(await found(true)).toEqual(['cut-off 1-19']);
    });

    it('by writing the chain anew from an act on', async () => {
      await alter(7, { person: 'account:9' });
      await linkAnew(7);
      expect(await found()).toEqual(['rewritten 1-20']);
      expect(await found(true)).toEqual(['rewritten 6-12']);
      // Without the signed head, and with one that the office's key did not sign.
      const [head = {}] = await test.raw('select * from heads');
      await test.raw('delete from heads');
      expect(await found(true)).toEqual(['signature 20', 'rewritten 6-12']);
      const { chain } = await rowOf(acts);
      await test.raw(
        `insert into heads values ('CN', 20, ${quoted(chain)}, ${quoted(head.time)}, ${quoted(head.key)}, 'AAAA')`,
      );
      expect(await found(true)).toEqual(['signature 20', 'rewritten 6-12']);
    });

    it('by writing the last act anew', async () => {
      await alter(acts, { person: 'account:9' });
      await linkAnew(acts);
      expect(await found(true)).toEqual(['rewritten 20']);
    });

    it('by writing the chain anew without an act', async () => {
      await test.raw('delete from acts where number = 7');
      await shift(8, -1);
      await linkAnew(7, acts - 1);
      expect(await found()).toEqual(['cut-off 20']);
      expect(await found(true)).toEqual(['rewritten 6-12', 'cut-off 20']);
    });

    it('with the signed head', async () => {
      await test.raw('update heads set number = 19');
      expect(await found()).toEqual(['signature 19']);
    });

    it('with an anchor', async () => {
      const [first, ...others] = readAnchors(join(test.folder, 'anchors'));
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      const stranger = { secret: privateKey, open: publicKey, fingerprint: first?.key ?? '' };
      const ledger = await openSigned(test, [], { signing: { office: 'CN', key: stranger } });
      const { faults } = await ledger.verify({ anchors: others });
      expect(faults.map(words)).toEqual(['signature 20', 'signature 12', 'signature 19']);
      await ledger.close();
      const again = await openSigned(test);
      const { faults: other } = await again.verify({ anchors: first === undefined ? [] : [{ ...first, number: 6 }] });
      expect(other.map(words)).toEqual(['signature 6']);
      await again.close();
    });

    it('in several places', async () => {
      await alter(3, { object: 'other' });
      await test.raw('delete from acts where number in (9, 10)');
      await alter(15, { kind: 'other' });
      await test.raw('delete from acts where number = 20');
      expect(await found(true)).toEqual(['altered 3', 'removed 9-10', 'altered 15', 'cut-off 20']);
    });
  });
}

const words = ({ kind, number, through }: ChainFault): string =>
  `${kind} ${number}${through === number ? '' : `-${through}`}`;
