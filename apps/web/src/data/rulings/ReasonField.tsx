import { useWords } from '../../words/words.js';

export interface ReasonFieldProps {
  readonly reason: string;
  readonly set: (reason: string) => void;
  /** Reasons given before in this work, offered while typing. */
  readonly offered?: readonly string[];
  readonly id?: string;
}

/** Why something is decided; whoever looks at it later reads it. */
export function ReasonField({ reason, set, offered = [], id = 'reasons-before' }: ReasonFieldProps) {
  const { word } = useWords();
  return (
    <label className="choice reason">
      <span>{word('rulings.reason')}</span>
      <input
        type="text"
        value={reason}
        maxLength={2000}
        required
        list={offered.length === 0 ? undefined : id}
        onChange={(event) => set(event.target.value)}
      />
      {offered.length === 0 ? null : (
        <datalist id={id}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </label>
  );
}
