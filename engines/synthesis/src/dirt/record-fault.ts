import type { Application, OfficePlan } from '../application.js';

/** A fault of a record that is loaded all the same and found by one check. It is planted before the record is counted. */
export interface RecordFault {
  /** Name of the check that must find it. */
  readonly check: string;
  /** True where only an application written as ST.36 can have it. */
  readonly st36?: boolean;
  /** Whether the application, spoilt so, is found by this check and by no other. */
  suits(application: Application): boolean;
  plant(application: Application, plan: OfficePlan): Application;
}

/** The fault of an application whose days are changed. */
export function dayFault(
  check: string,
  suits: (application: Application) => boolean,
  change: (life: Application['life'], plan: OfficePlan) => Partial<Application['life']>,
): RecordFault {
  return {
    check,
    suits,
    plant: (application, plan) => ({
      ...application,
      life: { ...application.life, ...change(application.life, plan) },
    }),
  };
}
