import type { Deed } from '../deeds/deed.js';

/** A fault of a recorded deed. */
export interface DeedFault {
  /** Name of the check, or code of the quarantine. */
  readonly foundBy: string;
  readonly sort: 'check' | 'quarantine';
  suits(deed: Deed): boolean;
  plant(deed: Deed): Deed;
}

const paid = ({ kind, amount }: Deed): boolean => kind === '质押' && amount !== null;

export const deedFaults: readonly DeedFault[] = [
  {
    foundBy: 'value-wrong',
    sort: 'quarantine',
    suits: paid,
    plant: (deed) => ({ ...deed, amount: -(deed.amount ?? 0) }),
  },
  {
    foundBy: 'event-amount-without-currency',
    sort: 'check',
    suits: paid,
    plant: (deed) => ({ ...deed, currency: '' }),
  },
  {
    foundBy: 'deed-recorded-before-executed',
    sort: 'check',
    suits: ({ kind }) => kind === '许可',
    plant: (deed) => ({ ...deed, executed: deed.recorded + 9 }),
  },
];
