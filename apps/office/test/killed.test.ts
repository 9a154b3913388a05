import { afterEach, beforeEach, describe, it } from 'vitest';
import { KilledOffice } from './killed-office.js';

/** One point of each kind; `npm run torture` goes through all of them. */
describe('a process killed while it writes', () => {
  let office: KilledOffice;
  beforeEach(() => {
    office = new KilledOffice();
  });
  afterEach(() => office.remove());

  it.each([
    ['before-rename', 3],
    ['before-act', 1],
  ])('at %s (%i) of a load leaves nothing half, and the load can be done again', (point, count) =>
    office.killLoad(point, count),
  );

  it('after the act keeps what was acknowledged', () => office.killAcknowledgedLoad());

  it.each([
    ['after-rename', 0],
    ['after-act', 1],
  ])('at %s of a release leaves %i releases, each whole', (point, releases) => office.killRelease(point, releases));

  it.each([
    ['after-rename', 5, 1],
    ['after-act', 1, 2],
  ])(
    'at %s (%i) of a screening leaves %i runs, each whole, and the next begins with what the last one kept',
    { timeout: 120_000 },
    (point, count, runs) => office.killScreening(point, count, runs),
  );
});
