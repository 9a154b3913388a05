import type { ScreenClue, ScreenOverview } from '@zhiheng/office';
import { Count } from '../data/Count.js';
import { useWords } from '../words/words.js';
import { FamilyName } from './FamilyName.js';
import { GroundName } from './GroundName.js';
import { RecordText } from './RecordText.js';
import { ShownLink } from './ShownLink.js';
import { StrengthMark } from './StrengthMark.js';

export interface ClueTableProps {
  readonly clues: readonly ScreenClue[];
  readonly overview: ScreenOverview;
  readonly run: string | undefined;
  readonly caption: string;
  readonly busy?: boolean;
  /** The column that the clues are ordered by, where the order was chosen. */
  readonly order?: 'strength' | 'application';
}

/** Clues, one a line; the rule opens the clue, the application what else is known of it. */
export function ClueTable({ clues, overview: { rules, grounds }, run, caption, busy = false, order }: ClueTableProps) {
  const { word } = useWords();
  return (
    <table className="clues" aria-busy={busy}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" aria-sort={order === 'application' ? 'ascending' : undefined}>
            {word('screening.application')}
          </th>
          <th scope="col">{word('screening.filed')}</th>
          <th scope="col">{word('screening.family')}</th>
          <th scope="col">{word('screening.ground')}</th>
          <th scope="col" aria-sort={order === 'strength' ? 'descending' : undefined}>
            {word('screening.strength')}
          </th>
          <th scope="col" className="numeric">
            {word('screening.others')}
          </th>
        </tr>
      </thead>
      <tbody>
        {clues.map(({ id, application, title, filed, family, ground, strength, strengthWord, evidence }) => (
          <tr key={id}>
            <th scope="row">
              <ShownLink id={application} run={run} />
              {title === null ? null : <RecordText className="clue-title" text={title} />}
            </th>
            <td className="unbroken">{filed ?? '–'}</td>
            <td>
              <ShownLink id={id} run={run}>
                <FamilyName family={family} rules={rules} />
              </ShownLink>
            </td>
            <td className="clue-ground">
              <GroundName id={ground} grounds={grounds} />
            </td>
            <td className="unbroken">
              <StrengthMark strength={strength} of={strengthWord} />
            </td>
            <td className="numeric" data-label={word('screening.others')}>
              <Count value={evidence.total} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
