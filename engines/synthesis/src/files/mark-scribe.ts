import type { OfficePlan } from '../application.js';
import { yearOf } from '../calendar.js';
import { FaultSchedule } from '../dirt/fault-schedule.js';
import { type MarkFault, markFaults } from '../dirt/mark-faults.js';
import type { GroupTruth } from '../groups/group-truth.js';
import type { Mark } from '../marks/mark.js';
import type { TruthTally } from '../truth/truth-tally.js';
import { csvLine, label } from './cells.js';
import { markCells, markColumns } from './mark-row.js';
import type { OfficeFiles } from './office-files.js';
import { addressLines, labelled, partyLines, truthHeaders } from './truth-files.js';

const header = csvLine(markColumns);

/** Writes down trade marks, spoils some on the way, and counts them. */
export class MarkScribe {
  readonly #plan: OfficePlan;
  readonly #files: OfficeFiles;
  readonly #tally: TruthTally;
  readonly #groups: GroupTruth;
  readonly #schedule: FaultSchedule<MarkFault>;
  #ordinal = 0;

  constructor(plan: OfficePlan, files: OfficeFiles, tally: TruthTally, groups: GroupTruth) {
    this.#plan = plan;
    this.#files = files;
    this.#tally = tally;
    this.#groups = groups;
    this.#schedule = new FaultSchedule(markFaults, plan.dirt, plan.marks);
  }

  take(clean: Mark): void {
    this.#ordinal += 1;
    const opening = clean.filed < this.#plan.from;
    const name = opening ? 'synthetic-marks-opening.csv' : `synthetic-marks-${yearOf(clean.filed)}.csv`;
    const fault =
      opening || clean.planted !== null ? null : this.#schedule.next(this.#ordinal, (one) => one.suits(clean));
    const mark = fault === null ? clean : fault.plant(clean);
    const line = this.#files.add(name, header, csvLine(markCells(mark)));
    this.#tally.marks.take(mark);
    const add = (file: keyof typeof truthHeaders, lines: string) => {
      if (lines !== '') this.#files.add(file, truthHeaders[file], lines);
    };
    add('truth-parties.csv', partyLines('trademarks', mark.number, mark.holders));
    add('truth-addresses.csv', addressLines('trademarks', mark.number, mark.holders));
    if (mark.planted !== null) add('truth-groups.csv', labelled(this.#groups.markLine(mark.planted, mark.number)));
    if (fault === null) return;
    this.#tally.fault(fault.check);
    add('truth-dirt.csv', csvLine([name, line, mark.number, fault.check, 'check', label]));
  }
}
