import type { Deed } from '../deeds/deed.js';

/** A fault of a recorded deed. */
export interface DeedFault {
  readonly check: string;
  suits(deed: Deed): boolean;
  plant(deed: Deed): Deed;
}

const paid = ({ kind, amount }: Deed): boolean => kind === '质押' && amount !== null;

export const deedFaults: readonly DeedFault[] = [
  { check: 'event-amount-negative', suits: paid, plant: (deed) => ({ ...deed, amount: -(deed.amount ?? 0) }) },
  { check: 'event-amount-without-currency', suits: paid, plant: (deed) => ({ ...deed, currency: '' }) },
  {
    check: 'deed-recorded-before-executed',
    suits: ({ kind }) => kind === '许可',
    plant: (deed) => ({ ...deed, executed: deed.recorded + 9 }),
  },
];
