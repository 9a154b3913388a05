import type { ComparedHead } from '@zhiheng/programme';
import { Select } from '../../figure/choices.js';
import { useWords } from '../../words/words.js';
import type { CompareState } from './compare-state.js';

export interface CompareChoicesProps {
  readonly known: readonly ComparedHead[];
  readonly before: string;
  readonly after: string;
  readonly set: (change: CompareState) => void;
}

/** Which two are compared, and the way to turn them round. */
export function CompareChoices({ known, before, after, set }: CompareChoicesProps) {
  const { word } = useWords();
  const options = known.map((one) => (
    <option key={one.id} value={one.id}>
      {nameOf(one, word(one.kind === 'draft' ? 'programme-compare.draft' : 'programme-compare.in-force'))}
    </option>
  ));
  return (
    <div className="compare-choices">
      <Select
        label={word('programme-compare.before')}
        value={before}
        choose={(id) => set({ before: id, after, show: undefined })}
      >
        {options}
      </Select>
      <Select
        label={word('programme-compare.after')}
        value={after}
        choose={(id) => set({ before, after: id, show: undefined })}
      >
        {options}
      </Select>
      <button type="button" onClick={() => set({ before: after, after: before, show: undefined })}>
        {word('programme-compare.turn')}
      </button>
    </div>
  );
}

function nameOf({ title, number, issuedOn }: ComparedHead, kind: string): string {
  return [title, number ?? issuedOn, kind].filter((part) => part !== null).join(' · ');
}
