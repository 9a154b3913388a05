import { useWords } from '../words/words.js';
import { type Light, lightWords } from './task-words.js';
import './light.css';

export interface LightMarkProps {
  readonly light: Light;
  /** Whether its word stands beside it; else it is for those who hear the page. */
  readonly told?: boolean;
}

/** How a deadline stands: an empty square on time, a half one soon due, a full triangle late. The shape says it, not the colour. */
export function LightMark({ light, told = false }: LightMarkProps) {
  const { word } = useWords();
  return (
    <span className={`light light-${light}`}>
      {light === 'none' ? null : (
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          {light === 'late' ? <path d="M6 1 11.5 11H.5z" fill="currentColor" /> : null}
          {light === 'late' ? null : (
            <rect x="1.5" y="1.5" width="9" height="9" fill="none" stroke="currentColor" strokeWidth="1.5" />
          )}
          {light === 'due-soon' ? <path d="M1.5 6h9v4.5h-9z" fill="currentColor" /> : null}
        </svg>
      )}
      <span className={told ? undefined : 'unseen'}> {word(lightWords[light])}</span>
    </span>
  );
}
