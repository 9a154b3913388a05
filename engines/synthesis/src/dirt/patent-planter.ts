import type { Application, OfficePlan } from '../application.js';
import { grantNumber, publicationNumber } from '../files/patent-row.js';
import { isWrittenAsSt36 } from '../files/st36-document.js';
import { type CellFault, cellFaults } from './cell-faults.js';
import { contentFaults } from './content-faults.js';
import { dayFaults } from './day-faults.js';
import { FaultSchedule } from './fault-schedule.js';
import type { RecordFault } from './record-fault.js';

/** A number that two records bear. */
interface SharedFault {
  readonly check: string;
  readonly shared: 'grant' | 'publication';
}
type Fault = RecordFault | CellFault | SharedFault;

/** An application with a fault in it. */
export interface Spoilt {
  readonly application: Application;
  /** Name of the check, code of the quarantine, or `duplicate`. */
  readonly foundBy: string;
  readonly sort: 'check' | 'quarantine' | 'duplicate';
  /** What happens to the cells of its row. */
  readonly cells: CellFault | null;
  /** Number of an earlier application that is found with it. */
  readonly with: string | null;
}

const sharedFaults: readonly SharedFault[] = [
  { check: 'patent-grant-number-shared', shared: 'grant' },
  { check: 'patent-publication-number-shared', shared: 'publication' },
];
const faults: readonly Fault[] = [...dayFaults, ...contentFaults, ...cellFaults, ...sharedFaults];

/** Plants faults of every sort into applications, each as often as the plan says. */
export class PatentPlanter {
  readonly #plan: OfficePlan;
  readonly #schedule: FaultSchedule<Fault>;
  /** Clean applications with numbers of their own, taken once. */
  readonly #donors: Record<'grant' | 'publication', Application | null> = { grant: null, publication: null };

  constructor(plan: OfficePlan, total: number) {
    this.#plan = plan;
    this.#schedule = new FaultSchedule(faults, plan.dirt, total);
  }

  /** The application with a fault, where one is due for it; null: it stays clean. */
  spoil(application: Application, ordinal: number): Spoilt | null {
    const fault = this.#schedule.next(ordinal, (one) => this.#suits(one, application));
    if (fault === null) {
      if (this.#plan.dirt > 0 && !isWrittenAsSt36(application.number)) this.#offer(application);
      return null;
    }
    const found = { application, cells: null, with: null } as const;
    if ('code' in fault) {
      const sort = fault.code === 'duplicate' ? 'duplicate' : 'quarantine';
      return { ...found, foundBy: fault.code, sort, cells: fault };
    }
    if ('plant' in fault) {
      const spoilt = fault.plant(application, this.#plan);
      return { ...found, application: spoilt, foundBy: fault.check, sort: 'check' };
    }
    const donor = this.#donors[fault.shared] as Application;
    this.#donors[fault.shared] = null;
    const number = fault.shared === 'grant' ? grantNumber(donor) : publicationNumber(donor);
    const shared = { ...application, shared: { [fault.shared]: number } };
    return { ...found, application: shared, foundBy: fault.check, sort: 'check', with: donor.number };
  }

  #suits(fault: Fault, application: Application): boolean {
    const asked = 'suits' in fault && fault.st36 === true;
    if (asked !== isWrittenAsSt36(application.number)) return false;
    if ('suits' in fault) return fault.suits(application);
    if ('code' in fault) return application.part === 'window';
    const donor = this.#donors[fault.shared];
    if (donor === null || donor.number === application.number) return false;
    return (fault.shared === 'grant' ? grantNumber(application) : publicationNumber(application)) !== '';
  }

  #offer(application: Application): void {
    if (this.#donors.grant === null && grantNumber(application) !== '') this.#donors.grant = application;
    else if (this.#donors.publication === null && publicationNumber(application) !== '') {
      this.#donors.publication = application;
    }
  }
}
