import type { Application } from '../application.js';
import { anniversary } from '../calendar.js';
import type { OfficeKind } from '../office-volumes.js';
import { dayFault, type RecordFault } from './record-fault.js';

type Suits = (application: Application) => boolean;

const granted =
  (kind: OfficeKind): Suits =>
  ({ kind: own, life, particulars }) =>
    own === kind && life.granted !== null && life.closed !== null && particulars.priority === null;
/** A utility model that was turned down: days that only it has can be wrong without another rule being broken. */
const turnedDown: Suits = ({ kind, life, part, particulars }) =>
  kind === 'utility_model' &&
  life.closed !== null &&
  life.outcome !== 'granted' &&
  part === 'window' &&
  particulars.priority === null;
const examined: Suits = ({ kind, life, part }) =>
  kind === 'invention' &&
  life.requested !== null &&
  life.closed !== null &&
  life.outcome !== 'granted' &&
  part === 'window';
const alive = { ceased: null, ceaseReason: null } as const;
const unclosed = { closed: null, outcome: null, firstAction: null } as const;
const early = Date.UTC(1985, 0, 15) / 86_400_000;

/** The filing day moved back so far that the grant lies `years` and forty days after it. */
const longBefore = (check: string, kind: OfficeKind, years: number): RecordFault =>
  dayFault(check, granted(kind), (life) => ({ ...alive, filed: anniversary(life.granted ?? 0, -years) - 40 }));

/** Faults of days. Each is found by its check only: what else would be wrong is left blank. */
export const dayFaults: readonly RecordFault[] = [
  dayFault('patent-granted-before-filed', granted('utility_model'), ({ filed }) => ({
    ...alive,
    ...unclosed,
    granted: (filed ?? 0) - 30,
  })),
  dayFault(
    'patent-granted-before-closed',
    (one) => granted('utility_model')(one) && one.life.ceased === null,
    ({ granted: on }) => ({ closed: on, granted: (on ?? 0) - 3 }),
  ),
  dayFault(
    'patent-granted-outside-coverage',
    (one) => one.part === 'window' && granted('utility_model')(one),
    (_, { to }) => ({ ...alive, granted: to + 5 }),
  ),
  dayFault('patent-granted-though-refused', granted('utility_model'), () => ({ outcome: 'refused' })),
  dayFault('patent-granted-without-closing', granted('invention'), () => unclosed),
  dayFault('patent-outcome-without-closing', turnedDown, () => ({ closed: null })),
  dayFault('patent-closed-without-outcome', turnedDown, () => ({ outcome: null })),
  dayFault('patent-closed-before-filed', turnedDown, ({ filed }) => ({ closed: (filed ?? 0) - 20 })),
  dayFault(
    'patent-closed-before-requested',
    (one) => examined(one) && (one.life.requested ?? 0) - (one.life.filed ?? 0) > 40,
    ({ requested }) => ({ closed: (requested ?? 0) - 10, firstAction: null }),
  ),
  dayFault(
    'patent-closed-before-action',
    (one) => examined(one) && (one.life.closed ?? 0) > (one.life.requested ?? 0) + 20,
    ({ closed }) => ({ firstAction: closed, closed: (closed ?? 0) - 5 }),
  ),
  dayFault('patent-action-before-filed', examined, ({ filed }) => ({ firstAction: (filed ?? 0) - 10 })),
  dayFault('patent-requested-before-filed', examined, ({ filed }) => ({ requested: (filed ?? 0) - 5 })),
  dayFault('patent-ceased-before-filed', turnedDown, ({ filed }) => ({
    ceased: (filed ?? 0) - 15,
    ceaseReason: 'fee-unpaid',
  })),
  dayFault('patent-ceased-before-granted', granted('utility_model'), ({ granted: on }) => ({
    ceased: (on ?? 0) - 5,
    ceaseReason: 'fee-unpaid',
  })),
  dayFault('patent-ceased-outside-coverage', granted('utility_model'), (_, { to }) => ({
    ceased: to + 30,
    ceaseReason: 'fee-unpaid',
  })),
  dayFault('patent-before-office', turnedDown, () => ({ filed: early })),
  dayFault('patent-without-filing-day', turnedDown, () => ({ filed: null })),
  longBefore('invention-granted-after-its-term', 'invention', 20),
  longBefore('utility-model-granted-after-its-term', 'utility_model', 10),
  longBefore('design-granted-after-its-term', 'design', 15),
  dayFault(
    'invention-in-force-too-long',
    (one) => granted('invention')(one) && one.life.ceased !== null,
    ({ ceased }) => {
      const filed = anniversary(ceased ?? 0, -26);
      const day = (after: number) => filed + after;
      return {
        filed,
        requested: day(90),
        firstAction: null,
        published: day(545),
        closed: day(1060),
        granted: day(1100),
      };
    },
  ),
  dayFault(
    'patent-filed-outside-coverage',
    (one) =>
      one.life.closed === null &&
      one.life.published === null &&
      one.part === 'window' &&
      one.particulars.priority === null,
    (_, { to }) => ({ filed: to + 3, requested: null, firstAction: null }),
  ),
  dayFault(
    'patent-published-before-filed',
    (one) => one.kind === 'invention' && one.life.published !== null,
    ({ filed }) => ({ published: (filed ?? 0) - 3 }),
  ),
  dayFault(
    'state-ceased-without-reason',
    (one) => one.life.granted !== null && one.life.ceased !== null,
    () => ({ ceaseReason: null }),
  ),
];
