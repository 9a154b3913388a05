import type { ScreenGroupShown, ScreenOverview } from '@zhiheng/office';
import { FactList } from '../frame/FactList.js';
import { useWords } from '../words/words.js';
import { GroundName } from './GroundName.js';
import { ShownLink } from './ShownLink.js';
import { StrengthMark } from './StrengthMark.js';
import { shareText } from './share-text.js';

export interface GroupFactsProps {
  readonly shown: ScreenGroupShown;
  readonly overview: ScreenOverview;
}

/** Of a whole group: how many members, whose, since when, how alike, and out of which groups it came. */
export function GroupFacts({ shown: { group, formerRun }, overview: { grounds } }: GroupFactsProps) {
  const { word, language } = useWords();
  const { counts, withheldByRight, evidence, lineage, ground } = group;
  const former = (id: string) =>
    formerRun === null ? <code key={id}>{id}</code> : <ShownLink key={id} id={id} run={formerRun} />;
  return (
    <FactList
      facts={[
        [
          word('screening.members'),
          withheldByRight === 0
            ? word('screening.members-n', { n: counts.members })
            : word('screening.members-masked', { n: counts.members, masked: withheldByRight }),
        ],
        [
          word('screening.whose'),
          word('screening.whose-n', { holders: counts.holders, areas: counts.areas, agencies: counts.agencies }),
        ],
        [
          word('screening.days'),
          evidence.firstFiled === null ? '–' : `${evidence.firstFiled} – ${evidence.lastFiled ?? ''}`,
        ],
        [word('screening.strength'), <StrengthMark key="strength" strength={group.strength} of={group.strengthWord} />],
        [
          word('screening.alike'),
          word('screening.alike-range', {
            least: shareText(evidence.leastJaccard, language),
            most: shareText(evidence.mostJaccard, language),
            pairs: evidence.pairs,
          }),
        ],
        [
          word('screening.ground'),
          ground === null ? word('screening.no-ground') : <GroundName key="ground" id={ground} grounds={grounds} />,
        ],
        [word('screening.rule'), group.ruleVersion === null ? null : <code key="rule">{group.ruleVersion}</code>],
        [
          word('screening.lineage'),
          lineage.mergedFrom.length === 0 && lineage.splitFrom === null ? (
            word('screening.lineage.none')
          ) : (
            <span key="lineage" className="lineage">
              {lineage.mergedFrom.length === 0 ? null : (
                <span>
                  {word('screening.lineage.merged')} {lineage.mergedFrom.map(former)}
                </span>
              )}
              {lineage.splitFrom === null ? null : (
                <span>
                  {word('screening.lineage.split')} {former(lineage.splitFrom)}
                </span>
              )}
            </span>
          ),
        ],
      ]}
    />
  );
}
