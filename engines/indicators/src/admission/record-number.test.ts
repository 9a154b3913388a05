import { describe, expect, it } from 'vitest';
import { MemorySession } from '../../test/memory-session.js';
import { keyNumber, keyNumberSql, recordNumber, recordNumberSql } from './record-number.js';

describe('numbers by which rows are found', () => {
  it('follow ids, and are the same for the SQL engine', async () => {
    const told = {
      'CN:202310123456': '202310123456',
      'US:D1000': '1000',
      'XX:': '0',
      'EP:12345678901234567890.1': '456789012345678901',
    };
    expect(Object.keys(told).map(recordNumber)).toEqual(Object.values(told));
    const session = await MemorySession.open();
    const sql = Object.keys(told).map((id) => `CAST(${recordNumberSql(`'${id}'`)} AS VARCHAR) AS "${id}"`);
    expect(await session.rows(`SELECT ${sql.join(', ')}`)).toEqual([told]);
    session.close();
  });

  it('begin keys of holders, and are 0 for what is none', async () => {
    // 0x54b64cfcfbc7 as a calculator tells it.
    const told = { '54b64cfcfbc712b967baeeb69e436fca': 93_141_952_428_999, 'no key': 0 };
    expect(Object.keys(told).map(keyNumber)).toEqual(Object.values(told));
    const session = await MemorySession.open();
    const sql = Object.keys(told).map((key) => `${keyNumberSql(`'${key}'`)} AS "${key}"`);
    expect(await session.rows(`SELECT ${sql.join(', ')}`)).toEqual([told]);
    session.close();
  });
});
