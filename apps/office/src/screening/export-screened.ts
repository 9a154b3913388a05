import { csvHead, csvLine, syntheticLabel } from '@zhiheng/documents';
import type { LakeSession } from '@zhiheng/lake';
import { demandRight } from '@zhiheng/rights';
import type { CommandContext } from '../commands/command.js';
import { screeningRun } from './run-screening.js';
import type { ScreeningRun } from './screening-run.js';
import { withRun } from './screening-session.js';
import { type CluesAsked, cluePlace, cluesOf } from './shown-clues.js';
import { groupShown } from './shown-group.js';

/** A file of what screening found, line by line; no names of holders are in it. */
export interface ScreenedFile {
  readonly run: string;
  readonly lines: AsyncIterable<string>;
  readonly synthetic: boolean;
}

type Asking = Pick<CommandContext, 'office' | 'actor' | 'scope'>;

/** Clues read at a time. */
const usualBatch = 2000;
const clueColumns = [
  ...['clue', 'application', 'filed', 'ground', 'family', 'rule', 'strength', 'word', 'statistic', 'others'],
  ...['run', 'release', 'label'],
];
const memberColumns = ['group', 'application', 'core', 'filed', 'area', 'party', 'agency', 'title', 'run', 'label'];

/**
 * All clues that the scope shows as a CSV file, in the order that was asked for, for whoever may take clues out. Throws `sign-in-needed`, `not-allowed`, `screening-missing`,
 * `not-found`.
 */
export async function exportClues(
  asked: Pick<CluesAsked, 'run' | 'ground' | 'family' | 'application' | 'order'>,
  asking: Asking,
  batch = usualBatch,
): Promise<ScreenedFile> {
  const { office, scope } = asking;
  const run = await demandExport(asked.run, asking);
  const synthetic = await withRun(office, run, scope, syntheticAmong);
  async function* lines() {
    yield csvHead(clueColumns);
    for (let after: string | undefined; ; ) {
      const page = { ...asked, run: run.name, limit: batch, ...(after === undefined ? {} : { after }) };
      const clues = await cluesOf(office, page, scope);
      yield clues
        .map(({ id, application, filed, ground, family, ruleVersion, strength, strengthWord, statistic, evidence }) =>
          csvLine([
            ...[id, application, filed, ground, family, ruleVersion, strength, strengthWord, statistic, evidence.total],
            ...[run.name, run.release, labelOf(synthetic, application)],
          ]),
        )
        .join('');
      const last = clues.at(-1);
      if (clues.length < batch || last === undefined) return;
      after = cluePlace(last, asked.order ?? 'strength');
    }
  }
  return { run: run.name, lines: lines(), synthetic: synthetic.size > 0 };
}

/** The members of a group that the scope shows, in the same way. */
export async function exportMembers(
  { id, run: name }: { readonly id: string; readonly run?: string },
  asking: Asking,
): Promise<ScreenedFile> {
  const { office, scope } = asking;
  const run = await demandExport(name, asking);
  const page = (after?: string) =>
    groupShown(office, { id, run: run.name, limit: 1000, ...(after === undefined ? {} : { after }) }, scope);
  const first = await page();
  const synthetic = await withRun(office, run, scope, syntheticAmong);
  async function* lines() {
    yield csvHead(memberColumns);
    for (let shown = first; ; shown = await page(shown.next)) {
      yield shown.members
        .map(({ application, core, filed, area, party, agency, title }) =>
          csvLine([
            ...[id, application, core ? 1 : 0, filed, area, party, agency, title, run.name],
            labelOf(synthetic, application),
          ]),
        )
        .join('');
      if (shown.next === null) return;
    }
  }
  return { run: run.name, lines: lines(), synthetic: first.members.some((one) => synthetic.has(one.application)) };
}

function demandExport(name: string | undefined, { office, actor }: Asking): Promise<ScreeningRun> {
  demandRight(actor, 'screening:export', { narrowedByScope: true });
  return screeningRun(office, name);
}

/** Applications with a clue or in a group that are synthetic. */
async function syntheticAmong(session: LakeSession): Promise<ReadonlySet<string>> {
  const rows = await session.rows<{ id: string }>(
    `SELECT id FROM patents WHERE dataset = 'synthetic' AND (id IN (SELECT id FROM clue) OR id IN (SELECT id FROM group_member))`,
  );
  return new Set(rows.map(({ id }) => id));
}

const labelOf = (synthetic: ReadonlySet<string>, id: string) => syntheticLabel(synthetic.has(id) ? 'synthetic' : '');
