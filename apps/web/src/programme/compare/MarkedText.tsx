import type { TextPart } from '@zhiheng/programme';

export interface MarkedTextProps {
  readonly parts: readonly TextPart[];
  /** How what the other text lacks is marked. */
  readonly as: 'ins' | 'del';
}

/** A text in its parts. */
export function MarkedText({ parts, as: Mark }: MarkedTextProps) {
  return parts.map(({ text, changed }, index) => {
    const key = `${index} ${text.length}`;
    return changed ? <Mark key={key}>{text}</Mark> : <span key={key}>{text}</span>;
  });
}
