import { afterEach, beforeEach, describe, it } from 'vitest';
import { KilledOffice } from '../test/killed-office.js';

describe('a process killed at each point while it writes', () => {
  let office: KilledOffice;
  beforeEach(() => {
    office = new KilledOffice();
  });
  afterEach(() => office.remove());

  it.each([
    ['after-write', 1],
    ['before-rename', 1],
    ['before-rename', 3],
    ['after-rename', 2],
    ['before-act', 1],
  ])('at %s (%i) of a load leaves nothing half, and the load can be done again', (point, count) =>
    office.killLoad(point, count),
  );

  it('after the act keeps what was acknowledged', () => office.killAcknowledgedLoad());

  it.each([
    ['after-write', 0],
    ['before-rename', 0],
    ['after-rename', 0],
    ['before-act', 0],
    ['after-act', 1],
  ])('at %s of a release leaves %i releases, each whole', (point, releases) => office.killRelease(point, releases));

  it.each([
    ['after-write', 1, 1],
    ['before-rename', 2, 1],
    ['after-rename', 5, 1],
    ['before-rename', 7, 1],
    ['before-act', 1, 1],
    ['after-act', 1, 2],
  ])(
    'at %s (%i) of a screening leaves %i runs, each whole, and the next begins with what the last one kept',
    { timeout: 120_000 },
    (point, count, runs) => office.killScreening(point, count, runs),
  );
});
