import { lazy, Suspense, useState } from 'react';
import { Skeleton } from '../../states/Skeleton.js';
import { loadStaffWords } from '../../words/catalogues.js';
import { useWords } from '../../words/words.js';
import type { ChangeFormProps } from './ChangeForm.js';
import { regionsToPropose } from './regions-to-propose.js';

// Readers of verdicts fetch neither the form nor its words.
const ChangeForm = lazy(() => import('./ChangeForm.js').then((module) => ({ default: module.ChangeForm })));

/** For whoever may: the way to propose another limit. */
export function ProposeChange({ history, answer }: ChangeFormProps) {
  const { word, language } = useWords();
  const [open, setOpen] = useState(false);
  const revises = answer.verdict.area === null && history.acts.includes('revise');
  if (!revises && regionsToPropose(history, answer.verdict.area).length === 0) return null;
  const toggle = () => {
    if (open) setOpen(false);
    else void loadStaffWords(language).then(() => setOpen(true));
  };
  return (
    <div className="propose-change">
      <button type="button" className="opens" aria-expanded={open} onClick={toggle}>
        {word(open ? 'target.propose.close' : 'target.propose.open')}
      </button>
      {open ? (
        <Suspense fallback={<Skeleton rows={4} />}>
          <ChangeForm history={history} answer={answer} />
        </Suspense>
      ) : null}
    </div>
  );
}
