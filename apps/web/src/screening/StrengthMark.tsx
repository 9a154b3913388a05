import { numberText } from '../numbers/format-number.js';
import { useWords } from '../words/words.js';

const filled = { weak: 1, moderate: 2, strong: 3 } as const;
const strengthWords = {
  weak: 'screening.strength.weak',
  moderate: 'screening.strength.moderate',
  strong: 'screening.strength.strong',
} as const;

export interface StrengthMarkProps {
  readonly strength: number;
  readonly of: string;
}

/** How strong a clue or a group is: by shape, in words and as a number. */
export function StrengthMark({ strength, of }: StrengthMarkProps) {
  const { word, language } = useWords();
  const known = of in filled ? (of as keyof typeof filled) : 'weak';
  return (
    <span className="strength">
      <svg className="strength-bars" viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            className={bar <= filled[known] ? 'bar-filled' : 'bar-empty'}
            {...{ x: bar * 6 - 5, y: 11 - bar * 3.3, width: 4, height: bar * 3.3 }}
          />
        ))}
      </svg>{' '}
      {word(strengthWords[known])} <span className="unit">{numberText(strength, { language, decimals: 2 })}</span>
    </span>
  );
}
