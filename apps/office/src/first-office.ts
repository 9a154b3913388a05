import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandOutcome } from './commands/command.js';
import type { SynthesisAnswer } from './jobs/synthesise-job.js';
import type { Office } from './office.js';

/** Applications of the first office, filed 2018-2023. */
const firstPatents = 100_000;

/**
 * Gives an empty folder something to look at: a synthetic office, loaded, frozen and computed by the same commands that
 * anyone uses. A folder that holds records is left as it is; what an earlier start left undone is carried on.
 */
export async function makeFirstOffice(
  carryOut: (name: string, input: object) => Promise<CommandOutcome>,
  office: Office,
): Promise<void> {
  if ((await office.ledger.last('load')) === null) {
    const out = join(office.paths.work, 'first-office');
    const { json } = await carryOut('synthesise', { patents: firstPatents, seed: 2023, out });
    const made = json as SynthesisAnswer;
    const inFolder = (name: string) => join(out, name);
    await carryOut('load', { paths: made.files.map(inFolder), mapping: made.mappings.map(inFolder) });
    await rm(out, { recursive: true, force: true });
  }
  if ((await office.ledger.last('release')) === null) await carryOut('release-create', { name: 'first' });
  if ((await office.ledger.last('vintage')) === null) await carryOut('compute', {});
}
