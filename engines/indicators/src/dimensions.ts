import { holderTypes, kinds } from '@zhiheng/vocabulary';
import type { Definition } from './definition.js';

/** What figures can be broken down by. */
export interface Dimension {
  readonly name: string;
  /** Every value that it can take; null: those that the records hold. */
  readonly values: readonly string[] | null;
  /** The form of a value, where there is no list of them. */
  readonly form: RegExp | null;
  /** Whether there are records that do not tell it: their value is `not-told`. */
  readonly canLack: boolean;
  /** Whether a record can lie in several values, so that parts do not add up. */
  readonly several: boolean;
  /** The concordance table whose codes it tells, those of its first level; left out: none. */
  readonly concordance?: string;
  /** Of so many values that sets do not keep them: made figures are broken down by it all the same, counted when they are asked for. */
  readonly onDemand?: boolean;
}

/** Codes of the first level of a concordance table: a record can have several, or none. */
const ofTable = <Name extends string>(name: Name, concordance: string) =>
  ({ name, values: null, form: /^[A-Za-z0-9]+$/, canLack: true, several: true, concordance }) as const;

/** Dimensions of a record, in the order in which they are told; `condition` is that of stocks with conditions alone. */
export const dimensions = [
  { name: 'kind', values: kinds, form: null, canLack: false, several: false },
  { name: 'route', values: null, form: null, canLack: true, several: false },
  { name: 'holder_type', values: holderTypes, form: null, canLack: true, several: false },
  { name: 'outcome', values: null, form: null, canLack: true, several: false },
  { name: 'department', values: null, form: null, canLack: true, several: false },
  { name: 'agency', values: null, form: null, canLack: true, several: false, onDemand: true },
  { name: 'industry', values: null, form: /^[A-T]$/, canLack: true, several: false },
  { name: 'ipc_section', values: [...'ABCDEFGH'], form: null, canLack: true, several: true },
  { name: 'ipc_subclass', values: null, form: /^[A-H]\d{2}[A-Z]$/, canLack: true, several: true },
  { name: 'nice_class', values: null, form: /^[0-9]{1,3}$/, canLack: true, several: true },
  ofTable('wipo_field', 'wipo-35'),
  ofTable('strategic_industry', 'sei-2021'),
  ofTable('green_technology', 'green-technology'),
  ofTable('key_digital', 'key-digital-2023'),
  ofTable('new_three', 'new-three-2024'),
] as const satisfies readonly Dimension[];

export const conditionDimension = 'condition';
export const dimensionNames: readonly string[] = dimensions.map(({ name }) => name);

/** The concordance table whose codes a dimension tells; null: none. */
export function concordanceOf(name: string): string | null {
  const dimension: Dimension | undefined = dimensions.find((one) => one.name === name);
  return dimension?.concordance ?? null;
}

/** Whether a dimension tells codes of a concordance table: what these were before a record changed is kept nowhere. */
export function tellsCodes(name: string): boolean {
  return concordanceOf(name) !== null;
}

/** Whether a dimension has so many values that sets do not keep them. */
export function isOnDemand(name: string): boolean {
  const dimension: Dimension | undefined = dimensions.find((one) => one.name === name);
  return dimension?.onDemand === true;
}

/** A dimension by its name, as a definition has it; null where it has none of this name. */
export function dimensionOf(name: string, definition: Pick<Definition, 'kind'> | null): Dimension | null {
  if (name !== conditionDimension) return dimensions.find((one) => one.name === name) ?? null;
  const conditions =
    definition !== null && 'conditions' in definition ? (definition.conditions as { id: string }[]) : [];
  if (conditions.length === 0) return null;
  const ids = conditions.map(({ id }) => id);
  // Two ids with a sign between: the records that meet both.
  const both = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => `${a}+${b}`));
  return { name, values: [...ids, ...both], form: null, canLack: false, several: true };
}
