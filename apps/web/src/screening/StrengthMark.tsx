import { numberText } from '../numbers/format-number.js';
import { useWords } from '../words/words.js';

const marks = { weak: '▮▯▯', moderate: '▮▮▯', strong: '▮▮▮' } as const;
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
  const known = of in marks ? (of as keyof typeof marks) : 'weak';
  return (
    <span className="strength">
      <span className="strength-bars" aria-hidden="true">
        {marks[known]}
      </span>{' '}
      {word(strengthWords[known])} <span className="unit">{numberText(strength, { language, decimals: 2 })}</span>
    </span>
  );
}
