import type { Mark } from '../marks/mark.js';

/** A fault of a mark that one check finds. */
export interface MarkFault {
  readonly check: string;
  suits(mark: Mark): boolean;
  plant(mark: Mark): Mark;
}

const always = () => true;
const open = ({ status }: Mark): boolean => status === '待审';

/** Faults of marks; what else would be wrong is left blank. */
export const markFaults: readonly MarkFault[] = [
  {
    check: 'mark-registered-before-filed',
    suits: open,
    plant: (mark) => ({ ...mark, registered: mark.filed - 10, registrationNumber: mark.number, status: '已注册' }),
  },
  {
    check: 'mark-published-before-filed',
    suits: open,
    plant: (mark) => ({ ...mark, published: mark.filed - 10, status: '初审公告' }),
  },
  {
    check: 'mark-ceased-before-filed',
    suits: open,
    plant: (mark) => ({ ...mark, ceased: mark.filed - 10, status: '驳回' }),
  },
  { check: 'mark-without-class', suits: always, plant: (mark) => ({ ...mark, classes: [] }) },
  { check: 'mark-without-holder', suits: always, plant: (mark) => ({ ...mark, holders: [] }) },
  {
    check: 'nice-class-out-of-range',
    suits: ({ classes }) => classes.length === 1,
    plant: (mark) => ({ ...mark, classes: mark.classes.map(({ goods }) => ({ number: '46', goods })) }),
  },
];
