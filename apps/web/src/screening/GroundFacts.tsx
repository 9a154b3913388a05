import type { ScreenClue, ScreenOverview } from '@zhiheng/office';
import { FactList } from '../frame/FactList.js';
import { OwnText } from '../words/OwnText.js';
import { useWords } from '../words/words.js';
import { MarkedFamily } from './FamilyName.js';
import { StrengthMark } from './StrengthMark.js';
import { thresholdWords } from './screening-words.js';

/** The ground that a clue rests on, with its text and days, and the rule that found it. */
export function GroundFacts({ clue, overview }: { readonly clue: ScreenClue; readonly overview: ScreenOverview }) {
  const { word } = useWords();
  const ground = overview.grounds.find(({ id }) => id === clue.ground);
  const rule = overview.rules.find(({ id }) => id === clue.family);
  const span = rule?.spans.find(({ version }) => version === clue.ruleVersion);
  const source = (told: NonNullable<typeof ground>['source']) => (
    <span key="source" lang="zh-Hans">
      {told.text} {told.article} {told.date}
    </span>
  );
  const thresholdName = (name: string) => {
    const id = thresholdWords[name];
    return id === undefined ? name : word(id);
  };
  const provisional = <span className="mark"> {word('decisions.provisional')}</span>;
  return (
    <FactList
      facts={[
        [word('screening.strength'), <StrengthMark key="strength" strength={clue.strength} of={clue.strengthWord} />],
        [
          word('screening.ground'),
          <span key="ground">
            <code>{clue.ground}</code> {ground === undefined ? null : <OwnText text={ground.names} told />}
            {ground?.provisional ? provisional : null}
          </span>,
        ],
        [word('screening.ground.source'), ground === undefined ? null : source(ground.source)],
        [
          word('screening.ground.days'),
          ground === undefined ? null : `${ground.validFrom} – ${ground.validTo ?? word('screening.no-end')}`,
        ],
        [
          word('screening.ground.provisional'),
          ground?.provisional ? word('screening.ground.provisional-explained') : null,
        ],
        [word('screening.family'), <MarkedFamily key="rule" family={clue.family} rules={overview.rules} told />],
        [word('screening.rule.asks'), rule === undefined ? null : <OwnText key="asks" text={rule.explanation} told />],
        [
          word('screening.rule'),
          <span key="version">
            <code>{clue.ruleVersion}</code>
            {rule !== undefined && span === undefined ? ` ${word('screening.rule.changed')}` : null}
          </span>,
        ],
        [
          word('screening.rule.numbers'),
          span === undefined
            ? null
            : Object.entries(span.thresholds)
                .map(([name, value]) => `${thresholdName(name)} ${value}`)
                .join(word('list.semicolon')),
        ],
      ]}
    />
  );
}
