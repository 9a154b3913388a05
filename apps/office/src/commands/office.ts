import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfficeAnswer } from '../answers.js';
import { shippedDefinitions } from '../office-paths.js';
import { vintageSeenBy } from '../publishing/readers-vintage.js';
import { currentReference } from '../reference.js';
import { findVintage } from '../vintages.js';
import { type Command, done } from './command.js';

/** That of the software, which the definitions come with. */
const { version } = JSON.parse(readFileSync(join(shippedDefinitions, '../package.json'), 'utf8')) as {
  version: string;
};

/** What the head of every page needs. */
export const office: Command<object, OfficeAnswer> = async (_, context) => {
  const { ledger, code } = context.office;
  const { vintage } = await vintageSeenBy(context.office, context.actor, 'figures:read-computed');
  const found = await findVintage(context.office, vintage);
  const release = await ledger.last('release');
  const programmes = currentReference(context.office).programmes();
  return done({
    office: code,
    version,
    today: context.office.today(),
    timeZone: context.office.settings.get('time-zone'),
    datasets: [...new Set((found?.vintage.datasets ?? []).map((one) => one.dataset))],
    release: release?.object ?? null,
    vintage: found?.vintage.name ?? null,
    effective: found?.vintage.effective ?? null,
    programmes: programmes.map(({ id, names, year }) => ({ id, names, year })),
  });
};
