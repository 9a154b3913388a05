import { designSubjects } from '../design-subjects.js';
import type { FilingCell } from '../filing-plan.js';
import type { OfficeKind } from '../office-volumes.js';
import { Random } from '../random.js';
import { subjects } from '../subjects.js';
import { WeightedChoice } from '../weighted-choice.js';
import type { LaidGroup } from './group-layout.js';
import { layOutGroups } from './group-layout.js';
import { MarkPlan } from './mark-plan.js';
import { memberParties, roleOf } from './member-parties.js';
import type { PlantedMark } from './planted-mark.js';
import type { PlantedPatent } from './planted-patent.js';

/** What to plant. */
export interface GroupPlanOptions {
  readonly seed: number;
  /** Filings of the window by kind and year, as `windowCells` gives them. */
  readonly cells: readonly FilingCell[];
  /** Trade mark applications of the window. */
  readonly marks: number;
  /** Share of the applications, and of the marks, that are members of a group: 0 to 0.2. */
  readonly share: number;
}

/** Places of one kind of application in order, each with its group and its number in the group. */
interface Index {
  readonly places: Int32Array;
  readonly groups: Int32Array;
  readonly ordinals: Uint16Array;
}

/**
 * Which places in the order of filing belong to abnormal groups, and what has to stand in them. Made before the first
 * filing; it holds about a hundred bytes a member and everything else is drawn again when asked for, so that one pass over
 * the filings in order is enough.
 */
export class GroupPlan {
  readonly #seed: number;
  readonly #groups: readonly LaidGroup[];
  readonly #index: Readonly<Record<OfficeKind, Index>>;
  readonly #marks: MarkPlan;

  constructor({ seed, cells, marks, share }: GroupPlanOptions) {
    if (!(share >= 0 && share <= 0.2)) throw new RangeError(`the share of planted applications cannot be ${share}`);
    const filings = cells.reduce((sum, { count }) => sum + count, 0);
    this.#seed = seed;
    this.#groups = layOutGroups(seed, cells, Math.round(filings * share));
    this.#index = {
      invention: indexOf(this.#groups, 'invention'),
      utility_model: indexOf(this.#groups, 'utility_model'),
      design: indexOf(this.#groups, 'design'),
    };
    this.#marks = new MarkPlan(seed, marks, share);
  }

  /** Number of planted applications, sources not counted. */
  get members(): number {
    return this.#groups.reduce((sum, { kind, places }) => sum + places.length - kind.sources, 0);
  }

  /** Number of groups of applications. */
  get groups(): number {
    return this.#groups.length;
  }

  /** Number of planted marks. */
  get markMembers(): number {
    return this.#marks.members;
  }

  /** What the application at a place has to be; null: whatever the office draws. Places count from 0 by kind. */
  patent(kind: OfficeKind, position: number): PlantedPatent | null {
    const { places, groups, ordinals } = this.#index[kind];
    const at = find(places, position);
    return at < 0 ? null : this.member(groups[at] ?? 0, ordinals[at] ?? 0);
  }

  /** What the mark at a place has to be; places count from 0 over the marks of the window. */
  mark(position: number): PlantedMark | null {
    return this.#marks.at(position);
  }

  /** The member of a number in a group. */
  member(groupNumber: number, ordinal: number): PlantedPatent {
    const laid = this.#groups[groupNumber];
    const position = laid?.places[ordinal];
    if (laid === undefined || position === undefined)
      throw new RangeError(`no member ${ordinal} of group ${groupNumber}`);
    const { kind, officeKind, places } = laid;
    const random = Random.of(this.#seed, 'group', groupNumber);
    const subject = subjectOf(officeKind, random);
    const own = Random.of(this.#seed, 'member', groupNumber, ordinal);
    const scattered = kind.name === 'burst' || kind.name === 'false-inventor' || kind.name === 'agency-rate';
    const first = kind.sources + kind.cores;
    return {
      group: `G${String(groupNumber + 1).padStart(6, '0')}`,
      groupNumber,
      kind: kind.name,
      ground411: kind.ground411,
      ground77: kind.ground77,
      role: roleOf(kind, ordinal),
      slot: { kind: officeKind, position },
      ordinal,
      last: ordinal === places.length - 1,
      subject: scattered ? subjectOf(officeKind, own) : subject,
      from: ordinal < first ? [] : Array.from({ length: first }, (_, index) => index),
      ...memberParties(kind, groupNumber, ordinal, random, own),
    };
  }
}

/**
 * Plans abnormal groups of every kind over the filings of a window. Throws `RangeError` for a share out of range. The
 * same options give the same plan.
 */
export function planGroups(options: GroupPlanOptions): GroupPlan {
  return new GroupPlan(options);
}

const inventionSubject = new WeightedChoice([...subjects.keys()], (index) => subjects[index]?.inventionWeight ?? 0);
const modelSubject = new WeightedChoice([...subjects.keys()], (index) => subjects[index]?.modelWeight ?? 0);

function subjectOf(kind: OfficeKind, random: Random): number {
  if (kind === 'design') return random.between(0, designSubjects.length - 1);
  return (kind === 'invention' ? inventionSubject : modelSubject).draw(random);
}

function indexOf(groups: readonly LaidGroup[], officeKind: OfficeKind): Index {
  const entries: { place: number; group: number; ordinal: number }[] = [];
  for (const [group, laid] of groups.entries()) {
    if (laid.officeKind !== officeKind) continue;
    for (const [ordinal, place] of laid.places.entries()) entries.push({ place, group, ordinal });
  }
  entries.sort((a, b) => a.place - b.place);
  return {
    places: Int32Array.from(entries, ({ place }) => place),
    groups: Int32Array.from(entries, ({ group }) => group),
    ordinals: Uint16Array.from(entries, ({ ordinal }) => ordinal),
  };
}

/** Where a value stands in ascending values; -1 where it does not. */
function find(values: Int32Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = values[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
