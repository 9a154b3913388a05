import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collect, fileSource, recordsOf, sharedFile } from '../../../test/sources.js';
import { readUspto } from '../uspto/read-uspto.js';
import { unitedStatesNumber } from './united-states-number.js';

const shared = sharedFile('patents-us');

describe.skipIf(shared === null)('numbers of the United States as docdb writes them', () => {
  it('are those of the weekly files of the office itself, or null', async () => {
    const files = readdirSync(shared ?? '').filter((name) => /^(?:ipg|ipa|pa).*\.xml$/.test(name));
    const count = { original: 0, design: 0, silent: 0 };
    for (const file of files) {
      const items = await collect(readUspto(fileSource(`${shared}/${file}`), {}));
      for (const { record } of recordsOf(items)) {
        const { number, filedOn, kind } = record;
        if (filedOn === null || filedOn >= '2010-01-01') continue;
        // serial without leading zeros, two digits of the year
        const docdb = `${Number(number.slice(2))}${filedOn.slice(2, 4)}`;
        const given = { country: 'US', number: docdb, kind: kind === 'design' ? 'F' : 'A', on: filedOn };
        const original = `${number.slice(0, 2)}/${number.slice(2, 5)},${number.slice(5)}`;
        expect(unitedStatesNumber(given, [docdb, original])).toBe(number);
        count.original += 1;
        const alone = unitedStatesNumber(given, []);
        expect(alone).toBe(kind === 'design' ? number : null);
        if (alone === null) count.silent += 1;
        else count.design += 1;
      }
    }
    // 120 application references dated before 2010, 19 of them of series 29, counted in the text of the files
    expect(count).toEqual({ original: 120, design: 19, silent: 101 });
  });
});
