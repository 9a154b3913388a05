import type { ScreenedRun } from '@zhiheng/office';
import { Count } from '../data/Count.js';
import { FactList } from '../frame/FactList.js';
import { numberText } from '../numbers/format-number.js';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';
import { stageWords, textWords } from './screening-words.js';

/** What a run looked at, what it found, and what it could not look at. */
export function RunFacts({ run }: { readonly run: ScreenedRun }) {
  const { word, language } = useWords();
  const count = (value: number) => numberText(value, { language, decimals: 0 });
  const withheld = run.clues - run.shown.clues;
  return (
    <section className="block" aria-labelledby="screened-run">
      <h2 id="screened-run">{word('screening.run.heading')}</h2>
      <FactList
        facts={[
          [word('screening.run.release'), run.release],
          [word('screening.run.time'), <TimeText key="time" time={run.createdAt} />],
          [word('screening.run.documents'), <Count key="documents" value={run.documents} />],
          [
            word('screening.run.texts'),
            word('screening.run.compared', { classes: count(run.classes), candidates: count(run.candidates) }),
          ],
          [word('screening.run.pairs'), <Count key="pairs" value={run.pairs} />],
          [word('screening.groups'), <Count key="groups" value={run.groups} />],
          [word('screening.clues'), <Count key="clues" value={run.clues} />],
          [
            word('screening.run.undated'),
            run.undated === 0 ? word('screening.none') : word('screening.run.undated-n', { n: count(run.undated) }),
          ],
          [
            word('screening.run.capped'),
            run.capped.length === 0 ? (
              word('screening.none')
            ) : (
              <ul key="capped" className="plain-list">
                {run.capped.map(({ field, stage, buckets, members, kept }) => (
                  <li key={`${field} ${stage}`}>
                    {word('screening.run.capped-n', {
                      text: word(textWords[field]),
                      stage: word(stageWords[stage] ?? 'screening.capped.band'),
                      buckets: count(buckets),
                      members: count(members),
                      kept: count(kept),
                    })}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      {withheld === 0 ? null : (
        <p className="remark">
          {word('screening.run.withheld', { shown: count(run.shown.clues), clues: count(run.clues) })}
        </p>
      )}
    </section>
  );
}
