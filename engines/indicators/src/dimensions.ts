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
}

/** Dimensions of a patent record, in the order in which they are told; `condition` is that of stocks with conditions alone. */
export const dimensions = [
  { name: 'kind', values: kinds, form: null, canLack: false, several: false },
  { name: 'route', values: null, form: null, canLack: true, several: false },
  { name: 'holder_type', values: holderTypes, form: null, canLack: true, several: false },
  { name: 'outcome', values: null, form: null, canLack: true, several: false },
  { name: 'department', values: null, form: null, canLack: true, several: false },
  { name: 'ipc_section', values: [...'ABCDEFGH'], form: null, canLack: true, several: true },
  { name: 'ipc_subclass', values: null, form: /^[A-H]\d{2}[A-Z]$/, canLack: true, several: true },
] as const satisfies readonly Dimension[];

export const conditionDimension = 'condition';
export const dimensionNames: readonly string[] = dimensions.map(({ name }) => name);

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
