import { Field } from '../staff/Field.js';
import { useWords } from '../words/words.js';

export interface AskedMilestone {
  /** Its place in the form. */
  readonly id: number;
  readonly title: string;
  readonly due: string;
}

export interface MilestoneFieldsProps {
  readonly milestones: readonly AskedMilestone[];
  readonly set: (milestones: readonly AskedMilestone[]) => void;
}

/** Steps on the way, each with a day if it has one; none: those of the clause. */
export function MilestoneFields({ milestones, set }: MilestoneFieldsProps) {
  const { word } = useWords();
  const change = (id: number, part: Partial<AskedMilestone>) =>
    set(milestones.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const next = Math.max(0, ...milestones.map(({ id }) => id)) + 1;
  return (
    <fieldset className="milestone-fields">
      <legend>{word('assign.milestones')}</legend>
      {milestones.map(({ id, title, due }) => (
        <p key={id} className="choices">
          <Field
            label={word('assign.milestone', { n: id })}
            value={title}
            set={(value) => change(id, { title: value })}
          />
          <Field label={word('task.field.day')} type="date" value={due} set={(value) => change(id, { due: value })} />
          <button type="button" className="quiet" onClick={() => set(milestones.filter((one) => one.id !== id))}>
            {word('assign.milestone.drop')}
            <span className="unseen"> {title}</span>
          </button>
        </p>
      ))}
      <button type="button" className="quiet" onClick={() => set([...milestones, { id: next, title: '', due: '' }])}>
        {word('assign.milestone.add')}
      </button>
    </fieldset>
  );
}
