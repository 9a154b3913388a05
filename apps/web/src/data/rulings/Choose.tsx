export interface ChooseProps {
  readonly label: string;
  readonly value: string;
  /** Value and its name. */
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}

/** One of a few lists, side by side. */
export function Choose({ label, value, options, choose }: ChooseProps) {
  return (
    <fieldset className="choose">
      <legend className="unseen">{label}</legend>
      {options.map(([one, name]) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => choose(one)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
