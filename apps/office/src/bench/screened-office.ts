import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clue } from '@zhiheng/screening';
import type { ScreenGroup, ScreenRunAnswer } from '../answers-screening.js';
import type { SynthesisAnswer } from '../jobs/synthesise-job.js';
import { openMeasuredOffice, timedCommand, timedRelease } from './indicators/measured-office.js';
import { judgeScreening, type PlantedMember, type ScreeningJudged } from './screening-judged.js';

export interface ScreenedOrder {
  readonly patents: number;
  readonly seed: number;
  /** An empty folder. */
  readonly folder: string;
  readonly definitions: string;
}

export interface MeasuredScreening extends ScreeningJudged {
  readonly applications: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly clues: number;
}

/** Makes a synthetic office with planted groups, loads it, screens its release by every rule, and judges what was found by the truth. */
export async function measureScreenedOffice({
  patents,
  seed,
  folder,
  definitions,
}: ScreenedOrder): Promise<MeasuredScreening> {
  const office = await openMeasuredOffice({ folder: join(folder, 'office'), definitions });
  try {
    const out = join(folder, 'files');
    const made = (await timedCommand<SynthesisAnswer>(office, 'synthesise', { patents, marks: 0, seed, out })).answer;
    const inFolder = (name: string) => join(out, name);
    await timedCommand(office, 'load', { paths: made.files.map(inFolder), mapping: made.mappings.map(inFolder) });
    await timedRelease(office, 'screened');
    const { answer, seconds, cpuSeconds } = await timedCommand<ScreenRunAnswer>(office, 'screen-run', {});
    const clues = (await timedCommand<readonly Clue[]>(office, 'screen-clues', {})).answer;
    const groups = (await timedCommand<readonly ScreenGroup[]>(office, 'screen-groups', {})).answer;
    const planted = membersOf(await readFile(inFolder('truth-groups.csv'), 'utf8'));
    return {
      ...judgeScreening({ applications: patents, planted, clues, groups }),
      ...{ applications: patents, seconds, processorSeconds: cpuSeconds, clues: answer.clues },
    };
  } finally {
    await office.close();
  }
}

/** The members that a truth names, patents alone; a line of it quotes nothing but lists, which have no commas. */
function membersOf(csv: string): PlantedMember[] {
  const lines = csv.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const head = lines.findIndex((line) => line.split(',').includes('member'));
  const columns = (lines[head] ?? '').split(',');
  return lines.slice(head + 1).map((line) => {
    const cells = line.split(',');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    return {
      ...{ group: cell('group'), kind: cell('kind'), member: cell('member'), role: cell('role') },
      sources: cell('sources')
        .split(' ')
        .filter((source) => source !== ''),
    };
  });
}
