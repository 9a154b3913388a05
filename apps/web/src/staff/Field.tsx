import type { HTMLInputTypeAttribute } from 'react';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly required?: boolean;
  readonly list?: string;
  readonly min?: string;
}

/** One line to fill in, with its name above. */
export function Field({ label, value, set, type = 'text', ...rest }: FieldProps) {
  return (
    <label className="choice">
      <span>{label}</span>
      <input type={type} value={value} onChange={(event) => set(event.target.value)} {...rest} />
    </label>
  );
}

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  /** Value and its name. */
  readonly options: readonly (readonly [string, string])[];
}

/** One of several. */
export function Select({ label, value, set, options }: SelectProps) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.target.value)}>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
