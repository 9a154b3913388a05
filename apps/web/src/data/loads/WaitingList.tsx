import { sizeText } from '../../numbers/size-text.js';
import { ProblemText } from '../../staff/FaultText.js';
import { ProgressBar } from '../../staff/ProgressBar.js';
import { useWords } from '../../words/words.js';
import type { WaitingFile } from './waiting-file.js';

export interface WaitingListProps {
  readonly files: readonly WaitingFile[];
  readonly remove: (key: string) => void;
}

/** The chosen files with how far each has come. */
export function WaitingList({ files, remove }: WaitingListProps) {
  const { word, language } = useWords();
  if (files.length === 0) return null;
  return (
    <ul className="waiting" aria-label={word('loads.chosen')}>
      {files.map(({ key, name, bytes, sent, upload, error }) => (
        <li key={key}>
          <span className="file-name">{name}</span>
          <span className="unit">{sizeText(bytes, language)}</span>
          {error !== null ? (
            <ProblemText error={error} />
          ) : upload === null ? (
            <ProgressBar label={word('loads.sending', { name })} done={sent} total={bytes} />
          ) : (
            <span className="unit">{word('loads.sent')}</span>
          )}
          <button type="button" className="quiet" onClick={() => remove(key)}>
            {word('loads.remove')}
            <span className="unseen"> {name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
