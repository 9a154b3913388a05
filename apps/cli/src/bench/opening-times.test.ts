import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAll, quantile } from './opening-times.js';

const asked: URLSearchParams[] = [];
/** Every figure has 60 records: a page, and a second one. */
const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://here');
  asked.push(searchParams);
  response.end(JSON.stringify({ total: 60, next: searchParams.has('after') ? null : 'CN:50' }));
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const opening = (records: number | null, more: object = {}) => ({
  query: { indicator: 'x', area: 'ALL', period: '2023', ...more },
  records,
});

describe('opening figures', () => {
  it('asks for each, for the second page of every third, and counts them all', async () => {
    const { milliseconds, leftOut, furtherPages } = await openAll(address, [
      opening(60),
      opening(60),
      opening(null, { leftOut: 'true' }),
      opening(60, { by: 'kind=invention' }),
    ]);
    expect([milliseconds.length, leftOut, furtherPages]).toEqual([6, 1, 2]);
    expect(asked.map((query) => query.get('after'))).toEqual([null, 'CN:50', null, null, null, 'CN:50']);
    expect(asked.map((query) => query.get('by'))).toEqual([null, null, null, null, 'kind=invention', 'kind=invention']);
  });

  it('fails where a figure opens to another number of records', async () => {
    await expect(openAll(address, [opening(61)])).rejects.toThrow('opens to 60 records, and is a figure of 61');
  });
});

describe('a quantile', () => {
  it('is a number that is there: of 200, the 100th and the 190th', () => {
    const numbers = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect([quantile(numbers, 0.5), quantile(numbers, 0.95), quantile([7], 0.95)]).toEqual([100, 190, 7]);
  });
});
