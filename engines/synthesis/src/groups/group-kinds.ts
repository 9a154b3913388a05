import { type OfficeKind, officeKinds } from '../office-volumes.js';

/** How the filings of a group lie in time: a run, within weeks, over months, or long after what they take from. */
export type Spacing = 'run' | 'weeks' | 'months' | 'years';

/** A kind of abnormal group as the record shows it, after the kinds of Announcement 411 (2021) and Order 77 (2024). */
export interface GroupKind {
  readonly name: PatentGroupName;
  /** Number of the kind in Announcement 411 and in Order 77; empty where a text has none. */
  readonly ground411: string;
  readonly ground77: string;
  /** Share among all planted applications. */
  readonly weight: number;
  /** Members: fewest and most. Small groups are met more often than large ones. */
  readonly fewest: number;
  readonly most: number;
  /** Ordinary earlier applications that members take from; they are no members. */
  readonly sources: number;
  /** First members that write texts of their own and are taken from. */
  readonly cores: number;
  readonly spacing: Spacing;
  readonly officeKinds: readonly OfficeKind[];
}

export const patentGroupNames = [
  'exact-copy',
  'title-only',
  'edited',
  'slots-exchanged',
  'recombined',
  'contained-passage',
  'earlier-publication',
  'other-form',
  'machine-text',
  'needless-narrowing',
  'burst',
  'scattered',
  'early-transfer',
  'false-inventor',
  'agency-rate',
] as const;
export type PatentGroupName = (typeof patentGroupNames)[number];

const withTexts: readonly OfficeKind[] = ['invention', 'utility_model'];

// Grounds of 411 and 77, weight, fewest and most members, sources, cores, spacing.
type Line = readonly [string, string, number, number, number, number, number, Spacing, readonly OfficeKind[]];
const lines: Readonly<Record<PatentGroupName, Line>> = {
  'exact-copy': ['1', '1', 10, 2, 16, 0, 1, 'weeks', withTexts],
  'title-only': ['1', '1', 8, 2, 12, 0, 1, 'weeks', withTexts],
  edited: ['1', '1', 14, 3, 12, 0, 1, 'weeks', withTexts],
  'slots-exchanged': ['1', '1', 10, 4, 16, 0, 1, 'weeks', withTexts],
  recombined: ['1', '1', 8, 3, 6, 0, 2, 'months', withTexts],
  'contained-passage': ['2', '2', 6, 1, 3, 1, 0, 'months', withTexts],
  'earlier-publication': ['2', '2', 6, 1, 3, 1, 0, 'years', withTexts],
  'other-form': ['1', '1', 4, 2, 5, 0, 1, 'weeks', withTexts],
  'machine-text': ['4', '3', 5, 3, 12, 0, 0, 'weeks', withTexts],
  'needless-narrowing': ['5', '4', 4, 2, 8, 0, 0, 'months', withTexts],
  burst: ['3', '5', 9, 20, 60, 0, 0, 'run', officeKinds],
  scattered: ['6', '6', 10, 4, 14, 0, 1, 'weeks', withTexts],
  'early-transfer': ['7', '7', 6, 5, 16, 0, 0, 'months', officeKinds],
  'false-inventor': ['7', '7', 5, 6, 16, 0, 0, 'months', officeKinds],
  'agency-rate': ['8', '', 8, 20, 60, 0, 0, 'weeks', officeKinds],
};

/** Every kind of group, in the order of their names above. */
export const groupKinds: readonly GroupKind[] = patentGroupNames.map((name) => {
  const [ground411, ground77, weight, fewest, most, sources, cores, spacing, kinds] = lines[name];
  return { name, ground411, ground77, weight, fewest, most, sources, cores, spacing, officeKinds: kinds };
});
