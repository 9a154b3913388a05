import type { ScreenGroupShown, ScreenRule } from '@zhiheng/office';
import { useAreaNames } from '../staff/useAreaNames.js';
import { useWords } from '../words/words.js';
import { ChosenMember } from './ChosenMember.js';
import { FamilyName } from './FamilyName.js';
import { labelledKeys } from './member-keys.js';
import { RecordText } from './RecordText.js';
import { ShownLink } from './ShownLink.js';
import { shareText } from './share-text.js';

export interface MemberTableProps {
  readonly shown: ScreenGroupShown;
  readonly rules: readonly ScreenRule[];
  readonly run: string | undefined;
  /** With what the others are compared, and the one that is. */
  readonly base: string;
  readonly current: string | null;
  readonly choose: (application: string) => void;
}

/** Members in the order of their filing days; one is chosen to be compared. */
export function MemberTable({ shown, rules, run, base, current, choose }: MemberTableProps) {
  const { word, language } = useWords();
  const { members, links } = shown;
  const letters = new Map(labelledKeys(members, 'party').map(({ key, letter }) => [key, letter]));
  const { nameOf } = useAreaNames(members.flatMap(({ area }) => area ?? []));
  const likeness = new Map(
    links.flatMap(({ a, b, jaccard }) =>
      a === base ? [[b, jaccard] as const] : b === base ? [[a, jaccard] as const] : [],
    ),
  );
  return (
    <table className="members">
      <caption className="unseen">{word('screening.members')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('screening.application')}</th>
          <th scope="col">{word('screening.filed')}</th>
          <th scope="col">{word('screening.holder')}</th>
          <th scope="col">{word('screening.area')}</th>
          <th scope="col">{word('screening.agency')}</th>
          <th scope="col" className="numeric">
            {word('screening.alike')}
          </th>
          <th scope="col">{word('screening.clues')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ application, core, title, filed, holder, party, area, agency, clues }) => {
          const alike = likeness.get(application);
          return (
            <tr key={application} aria-current={application === current ? 'true' : undefined}>
              <th scope="row">
                {application === base ? (
                  <strong>
                    <code>{application}</code>
                  </strong>
                ) : (
                  <ChosenMember application={application} current={current} choose={choose} />
                )}
                {core ? <span className="mark"> {word('screening.core')}</span> : null}
                {title === null ? null : <RecordText className="clue-title" text={title} />}
              </th>
              <td className="unbroken">{filed ?? '–'}</td>
              <td className="unbroken">
                {party === null ? '–' : <strong>{letters.get(party)}</strong>} {holder}
              </td>
              <td>{area === null ? '–' : nameOf(area)}</td>
              <td>{agency ?? '–'}</td>
              <td className="numeric" data-label={word('screening.alike')}>
                {application === base || alike === undefined ? '–' : shareText(alike, language)}
              </td>
              <td>
                {clues.map(({ id, family }, index) => (
                  <span key={id}>
                    {index === 0 ? null : word('list.comma')}
                    <ShownLink id={id} run={run}>
                      <FamilyName family={family} rules={rules} />
                    </ShownLink>
                  </span>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
