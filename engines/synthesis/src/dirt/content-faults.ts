import type { Application } from '../application.js';
import type { Particulars } from '../particulars.js';
import type { RecordFault } from './record-fault.js';

const withParticulars =
  (change: (particulars: Particulars, application: Application) => Partial<Particulars>): RecordFault['plant'] =>
  (application) => ({
    ...application,
    particulars: { ...application.particulars, ...change(application.particulars, application) },
  });

const one = ({ particulars }: Application): boolean =>
  particulars.holders.length === 1 && particulars.holders[0]?.party.country === '';
const coded = (application: Application): boolean =>
  one(application) && application.particulars.holders[0]?.written.code !== '';
const classed = ({ kind }: Application): boolean => kind !== 'design';
const filed = ({ life }: Application): number => life.filed ?? 0;

/** The first holder in another writing. */
const holder = (
  change: { readonly name?: string; readonly address?: string; readonly code?: string },
  area?: string,
): RecordFault['plant'] =>
  withParticulars(({ holders, area: own }) => ({
    area: area ?? own,
    holders: holders.map((mention) => ({
      ...mention,
      written: {
        ...mention.written,
        name: change.name ?? mention.written.name,
        code: change.code === undefined ? mention.written.code : mention.written.code.slice(0, -1) + change.code,
      },
      address: { ...mention.address, text: change.address ?? mention.address.text },
    })),
  }));

/** Faults of what an application says apart from its days. */
export const contentFaults: readonly RecordFault[] = [
  { check: 'patent-without-holder', suits: one, plant: withParticulars(() => ({ holders: [], area: 'none' })) },
  { check: 'holder-without-name', suits: one, plant: holder({ name: '' }) },
  { check: 'holder-area-unknown', suits: one, plant: holder({ address: '齿轮路88号' }, 'XX') },
  // The check character @ is none at all, whatever the code.
  { check: 'holder-credit-code-wrong', suits: coded, plant: holder({ code: '@' }) },
  {
    check: 'class-locarno-malformed',
    st36: true,
    suits: ({ kind }) => kind === 'design',
    plant: withParticulars(({ classes }) => ({ classes: [(classes[0] ?? '').replace('-', '.')] })),
  },
  { check: 'patent-without-class', suits: classed, plant: withParticulars(() => ({ classes: [] })) },
  {
    check: 'class-ipc-malformed',
    suits: classed,
    plant: withParticulars(({ classes }) => ({ classes: [(classes[0] ?? '').replace('/', '-')] })),
  },
  { check: 'patent-without-claims', suits: classed, plant: withParticulars(() => ({ claims: 0 })) },
  { check: 'text-without-title', suits: classed, plant: (application) => ({ ...application, untitled: true }) },
  {
    check: 'patent-filed-before-priority',
    suits: classed,
    plant: withParticulars((_, application) => ({ priority: filed(application) + 10 })),
  },
  {
    check: 'patent-priority-far',
    suits: classed,
    plant: withParticulars((_, application) => ({ priority: filed(application) - 1100 })),
  },
];
