import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckAnswer } from './answers.js';
import type { CommandOutcome } from './commands/command.js';
import type { SynthesisAnswer } from './jobs/synthesise-job.js';
import type { Office } from './office.js';

/** What the first office holds: applications filed 2018-2023, trade marks, and three faults of each sort to look for. */
const first = { patents: 200_000, marks: 50_000, dirt: 3, seed: 2023 };

/** Why faults that would hold a release back do not hold back the first. */
const listReason = '模拟数据：非正常申请通报名单 / synthetic data: the list of notified applications';
const reason = '模拟数据：特意放入的差错，供练习查找 / synthetic data: planted, to be looked for';

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
    const { json } = await carryOut('synthesise', { ...first, out });
    const made = json as SynthesisAnswer;
    const inFolder = (name: string) => join(out, name);
    if ((await office.decisions.lastAct()) === 0) {
      const list = { path: inFolder('lists-notified.csv'), mapping: inFolder('mapping-notified.yaml') };
      await carryOut('decisions-import', { ...list, reason: listReason, keepComplete: true });
    }
    await carryOut('load', { paths: made.files.map(inFolder), mapping: made.mappings.map(inFolder) });
    await rm(out, { recursive: true, force: true });
  }
  if ((await office.ledger.last('release')) === null) {
    const { json } = await carryOut('check', {});
    await carryOut('release-create', { name: 'first', accept: plantedErrors(json as CheckAnswer[]) });
  }
  if ((await office.ledger.last('vintage')) === null) await carryOut('compute', {});
}

/** The checks that found planted faults, each accepted by name with the reason. */
function plantedErrors(checks: readonly CheckAnswer[]) {
  return checks
    .filter(({ severity, ran, count }) => severity === 'error' && ran && count !== null && count > 0)
    .map(({ id }) => ({ check: id, reason }));
}
