import type { ScreenClue } from '@zhiheng/office';
import { FactList } from '../frame/FactList.js';
import { useAreaNames } from '../staff/useAreaNames.js';
import { useWords } from '../words/words.js';
import { CohortTable } from './CohortTable.js';
import { factsInOrder } from './evidence-words.js';
import { FactValue, useFactName } from './FactValue.js';
import { ShownLink } from './ShownLink.js';

/** What speaks for a clue beside the other applications: counts, and the place in the cohort. */
export function EvidenceFacts({ clue, run }: { readonly clue: ScreenClue; readonly run: string | undefined }) {
  const { word } = useWords();
  const factName = useFactName();
  const { facts, cohort } = clue.evidence;
  const { nameOf } = useAreaNames();
  const told = factsInOrder(facts);
  return (
    <>
      {told.length === 0 ? null : (
        <FactList
          facts={told.map(([name, value]) => [
            factName(name, value),
            name === 'group' ? (
              <ShownLink key={name} id={String(value)} run={run} />
            ) : (
              <FactValue key={name} name={name} value={value} areaName={nameOf} />
            ),
          ])}
        />
      )}
      {cohort.length === 0 ? null : <CohortTable cohort={cohort} />}
      {told.length === 0 && cohort.length === 0 && clue.evidence.total === 0 ? (
        <p className="empty-line">{word('screening.evidence.none')}</p>
      ) : null}
    </>
  );
}
