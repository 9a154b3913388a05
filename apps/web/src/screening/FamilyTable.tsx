import { Link } from '@tanstack/react-router';
import type { ScreenOverview } from '@zhiheng/office';
import { Count } from '../data/Count.js';
import { withoutGaps } from '../frame/without-gaps.js';
import { numberText } from '../numbers/format-number.js';
import { useWords } from '../words/words.js';
import { MarkedFamily } from './FamilyName.js';
import { readScreeningState } from './screening-state.js';
import { exceptionWords } from './screening-words.js';

export interface FamilyTableProps {
  readonly overview: ScreenOverview;
  /** As the address names it. */
  readonly run: string | undefined;
  readonly current: string | undefined;
}

/** By rule family: how many clues, whom an exception left alone, who could not be judged. A count opens its clues. */
export function FamilyTable({ overview: { run, rules }, run: asked, current }: FamilyTableProps) {
  const { word, language } = useWords();
  if (run === null) return null;
  const families = [...run.families].sort((a, b) => b.clues - a.clues || (a.family < b.family ? -1 : 1));
  return (
    <section className="block" aria-labelledby="screened-families">
      <h2 id="screened-families">{word('screening.families')}</h2>
      <p className="remark">{word('screening.families.explained')}</p>
      <table className="families">
        <caption className="unseen">{word('screening.families')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('screening.family')}</th>
            <th scope="col" className="numeric">
              {word('screening.clues')}
            </th>
            <th scope="col">{word('screening.excepted')}</th>
            <th scope="col" className="numeric">
              {word('screening.without-cohort')}
            </th>
          </tr>
        </thead>
        <tbody>
          {families.map(({ family, clues, shown, excepted, withoutCohort }) => {
            const spared = Object.entries(excepted).filter(([, number]) => number > 0);
            return (
              <tr key={family} aria-current={family === current ? 'true' : undefined}>
                <th scope="row">
                  <MarkedFamily family={family} rules={rules} />
                </th>
                <td className="numeric family-clues" data-label={word('screening.clues')}>
                  {shown === 0 ? (
                    <span className="unit">0</span>
                  ) : (
                    <Link
                      className="opens"
                      to="/$language/screening"
                      params={{ language }}
                      search={(before) => withoutGaps({ run: asked, family, order: readScreeningState(before).order })}
                      hash="screened-list"
                    >
                      <Count value={shown} />
                    </Link>
                  )}
                  {shown === clues ? null : (
                    <span className="unit">
                      {' '}
                      / <Count value={clues} />
                    </span>
                  )}
                </td>
                <td data-label={word('screening.excepted')} className={spared.length === 0 ? 'none' : undefined}>
                  {spared
                    .map(
                      ([name, number]) =>
                        `${word(exceptionWords[name] ?? 'screening.exception.other')} ${numberText(number, { language, decimals: 0 })}`,
                    )
                    .join(word('list.semicolon'))}
                </td>
                <td
                  className={withoutCohort === 0 ? 'numeric none' : 'numeric'}
                  data-label={word('screening.without-cohort')}
                >
                  <Count value={withoutCohort} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
