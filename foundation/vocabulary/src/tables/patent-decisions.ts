import type { TableShape } from './table-shape.js';

/**
 * What people decided about applications, as of a position of the ledger and an effective date: an extract that belongs to a vintage, so
 * that it carries no `revision`. A row an application of which anything was decided; a release alone has none.
 */
export const patentDecisionTables = {
  patent_decisions: {
    name: 'patent_decisions',
    columns: {
      id: 'text',
      /** First day on which the applicant was notified on any ground; null: never. */
      notified_on: 'date',
      /** Day from which the application is deducted from counts; null: it is not, or no more. */
      deducted_on: 'date',
      /** The ground of the deduction: of several the one of the earliest day. */
      deduction_ground: 'text',
      /** What was decided on that ground. */
      deduction_outcome: 'text',
      /** Day on which the last of its deductions was taken back; null where one stands, or none ever did. */
      restored_on: 'date',
    },
  },
} as const satisfies Record<string, TableShape>;

/** What can be decided of an application on a ground. */
export const decisionOutcomes = [
  'notified',
  'maintained',
  'withdrawn-after-notice',
  'deemed-withdrawn',
  'refused',
  'restored',
] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];
