import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { bufferAccess, type RandomAccess } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { afterAll, describe, expect, it } from 'vitest';
import { collect, places, quarantinedOf, recordsOf } from '../../../test/sources.js';
import { readMapping } from '../table/read-mapping.js';
import { canDecompress } from './page-decompressors.js';
import { type ParquetOptions, readParquet } from './read-parquet.js';

const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The Parquet file that DuckDB writes of a query. */
async function written(query: string, options = ''): Promise<Buffer> {
  const file = path.join(folder, 't.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (${query}) TO '${file}' (FORMAT parquet${options})`);
  connection.closeSync();
  return readFileSync(file);
}

function reading(file: RandomAccess, columns: string, options: Partial<ParquetOptions> = {}) {
  const mapping = readMapping(`table: patents\ncolumns: ${columns}`, 'm.yaml');
  return readParquet(file, mapping, { places, file: 't.parquet', ...options });
}

async function read(bytes: Buffer, columns: string, options: Partial<ParquetOptions> = {}) {
  return collect(reading(bufferAccess(bytes), columns, options));
}

async function faultOf(bytes: Buffer, columns: string, options: Partial<ParquetOptions> = {}): Promise<unknown[]> {
  try {
    await read(bytes, columns, options);
  } catch (fault) {
    if (fault instanceof UserFault) return [fault.code, fault.detail.place, fault.detail.found];
    throw fault;
  }
  return ['no fault'];
}

describe('readParquet', () => {
  it('reads texts, numbers, days, decimals and lists, null as blank', async () => {
    const bytes = await written(`
      SELECT * FROM (VALUES
        (202310123456::BIGINT, DATE '2023-01-31', TIMESTAMP '2023-12-31 23:59:59', 7::UTINYINT, '一种装置', ['甲;公司', '乙'], 12.30::DECIMAL(9,2)),
        (202320123456::BIGINT, DATE '1985-04-01', NULL, NULL, NULL, NULL, -0.05::DECIMAL(9,2)),
        (202330123456::BIGINT, NULL, TIMESTAMP '1969-12-31 00:00:00', 3, '', [], 100::DECIMAL(9,2))
      ) t(号, 申请日, 授权日, 权项, 名称, 申请人, 金额)`);
    const columns =
      '{ number: 号, filed_on: { from: 申请日, date: YYYY.MM.DD }, granted_on: 授权日, claim_count: 权项, title: 名称, holders: 申请人, department: 金额 }';
    const items = await read(bytes, columns);
    expect(items.map(({ type, position }) => [type, position])).toEqual([
      ['record', 1],
      ['record', 2],
      ['record', 3],
    ]);
    expect(recordsOf(items).map(({ record }) => record)).toMatchObject([
      {
        id: 'CN:202310123456',
        filedOn: '2023-01-31',
        grantedOn: '2023-12-31',
        claimCount: 7,
        title: '一种装置',
        department: '12.3',
        holders: [{ name: '甲;公司' }, { name: '乙' }],
      },
      {
        id: 'CN:202320123456',
        filedOn: '1985-04-01',
        grantedOn: null,
        claimCount: null,
        title: null,
        department: '-0.05',
        holders: [],
      },
      {
        id: 'CN:202330123456',
        filedOn: null,
        grantedOn: '1969-12-31',
        claimCount: 3,
        title: null,
        department: '100',
        holders: [],
      },
    ]);
  });

  it('keeps every digit of large decimals and whole numbers', async () => {
    const bytes = await written(
      "SELECT '202310123456' n, 12345678901234567890123456.789::DECIMAL(38,3) d, 9223372036854775807::BIGINT b, 1.5::DOUBLE f, 3e0::DOUBLE w",
    );
    const [item] = recordsOf(await read(bytes, '{ number: n, title: d, family: b, agency: f, department: w }'));
    expect(item?.record).toMatchObject({
      title: '12345678901234567890123456.789',
      family: '9223372036854775807',
      agency: '1.5',
      department: '3',
    });
  });

  it('reads instants at midnight UTC only, and quarantines what is no value, with its row', async () => {
    const bytes = await written(`
      SELECT '202310123456' AS n, instant, entry, number FROM (VALUES
        (TIMESTAMPTZ '2023-01-31 00:00:00+00', {'a': 1}, 7),
        (TIMESTAMPTZ '2023-01-30 16:00:00+00', {'a': 1}, 7),
        (NULL, NULL, -7)
      ) t(instant, entry, number)`);
    const items = await read(bytes, '{ number: n, filed_on: instant, claim_count: number }');
    expect(recordsOf(items).map(({ position, record }) => [position, record.filedOn])).toEqual([[1, '2023-01-31']]);
    expect(quarantinedOf(items)).toMatchObject([
      { position: 2, line: null, field: 'filed_on', code: 'date-wrong', found: '2023-01-30 16:00 UTC' },
      {
        position: 3,
        field: 'claim_count',
        code: 'value-wrong',
        found: '-7',
        raw: '{"n":"202310123456","number":"-7"}',
      },
    ]);
    const structures = await read(bytes, '{ number: n, title: entry }');
    expect(quarantinedOf(structures)).toMatchObject([
      { position: 1, field: 'title', code: 'value-wrong', found: 'a structure' },
      { position: 2, field: 'title', code: 'value-wrong' },
      { position: 3, field: 'title', code: 'value-wrong' },
    ]);
  });

  it.each(['', ', CODEC uncompressed', ', CODEC gzip', ', CODEC brotli', ', CODEC zstd', ', CODEC lz4_raw'])(
    'reads row groups one after another, each once%s',
    async (codec) => {
      const rows = 10_000;
      const bytes = await written(
        `SELECT (202310000000 + i)::VARCHAR n, DATE '2000-01-01' + i::INTEGER d, repeat('x', 50) || i AS unused FROM range(${rows}) t(i)`,
        `, ROW_GROUP_SIZE 2048${codec}`,
      );
      let [most, taken] = [0, 0];
      const file: RandomAccess = {
        bytes: bytes.length,
        read(offset, length) {
          taken += length;
          most = Math.max(most, offset + length);
          return Promise.resolve(bytes.subarray(offset, offset + length));
        },
      };
      const items = recordsOf(await collect(reading(file, '{ number: n, filed_on: d }', { batchSize: 999 })));
      expect(items.map(({ position }) => position)).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
      expect(items[8192]?.record).toMatchObject({ id: 'CN:202310008192', filedOn: '2022-06-06' });
      if (codec.includes('uncompressed')) {
        // the footer is fetched with up to 512 KiB before it; of the columns only two are
        const footer = Math.min(524_288, bytes.length) + 8;
        expect(taken - footer).toBeLessThan(bytes.length / 2);
        expect(most).toBeLessThanOrEqual(bytes.length);
      }
    },
  );

  it('refuses a missing column, no rows, a compression that is not read, a group that is too large', async () => {
    const bytes = await written("SELECT '202310123456' AS 申请号码");
    expect(await faultOf(bytes, '{ number: 申请号 }')).toEqual([
      'column-missing',
      { path: 't.parquet', field: 'number' },
      '申请号码',
    ]);
    const none = await written("SELECT 'a' n WHERE false");
    expect((await faultOf(none, '{ number: n }')).slice(0, 2)).toEqual(['file-empty', { path: 't.parquet' }]);
    expect(canDecompress('LZO')).toBe(false);
    expect(await faultOf(bytes, '{ number: 申请号码 }', { groupBytes: 10 })).toMatchObject([
      'part-too-large',
      { path: 't.parquet' },
      expect.stringMatching(/ in row group 1$/),
    ]);
  });

  it('refuses a file that is cut or damaged', async () => {
    const bytes = await written('SELECT (202310000000 + i)::VARCHAR n FROM range(5000) t(i)');
    const columns = '{ number: n }';
    expect(await faultOf(bytes.subarray(0, bytes.length - 1), columns)).toEqual([
      'file-truncated',
      { path: 't.parquet', byte: bytes.length - 1 },
      'the end of the file',
    ]);
    expect((await faultOf(bytes.subarray(0, 6), columns))[0]).toBe('file-truncated');
    expect((await faultOf(Buffer.from('no Parquet at all'), columns))[0]).toBe('parquet-wrong');
    const longFooter = Buffer.from(bytes);
    longFooter.writeUInt32LE(bytes.length * 2, bytes.length - 8);
    expect((await faultOf(longFooter, columns))[0]).toBe('parquet-wrong');
    const wrongPage = Buffer.from(bytes);
    wrongPage.fill(0xff, 4, 40);
    expect((await faultOf(wrongPage, columns))[0]).toBe('parquet-wrong');
  });
});
