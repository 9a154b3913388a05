import type { ScreenRule } from '@zhiheng/office';
import { OwnText } from '../words/OwnText.js';
import { useWords } from '../words/words.js';

export interface FamilyNameProps {
  readonly family: string;
  readonly rules: readonly ScreenRule[];
  /** Says in which language it stands where it lacks the page's own. */
  readonly told?: boolean;
}

/** The name of a rule family; of one that the office has no more, its id. */
export function FamilyName({ family, rules, told = false }: FamilyNameProps) {
  const rule = rules.find(({ id }) => id === family);
  return rule === undefined ? <code>{family}</code> : <OwnText text={rule.names} told={told} />;
}

/** The same with what is to be known of the rule: that it is a hint, that its numbers are ours. */
export function MarkedFamily(props: FamilyNameProps) {
  const { word } = useWords();
  const rule = props.rules.find(({ id }) => id === props.family);
  return (
    <>
      <FamilyName {...props} />
      {rule?.hint ? <span className="mark"> {word('screening.hint')}</span> : null}
      {rule?.provisional ? <span className="mark"> {word('screening.numbers-ours')}</span> : null}
    </>
  );
}
