import type { TargetAnswer } from '@zhiheng/office';
import { NoValue } from '../marks/NoValue.js';
import { OriginMark } from '../marks/OriginMark.js';
import { QuantityText } from '../marks/QuantityText.js';
import { VerdictMark } from '../marks/VerdictMark.js';
import { periodName } from '../numbers/period-name.js';
import { quantityText } from '../numbers/quantity.js';
import { limitText } from '../overview/limit-text.js';
import { reasonText } from '../overview/reason-text.js';
import { isGroup } from '../overview/target-order.js';
import { verdictWords } from '../words/term-ids.js';
import { sentence, useWords } from '../words/words.js';
import { percentText } from './percent-text.js';

/** The verdict, and the value it rests on against the limit. */
export function TargetSentence({ answer }: { readonly answer: TargetAnswer }) {
  const words = useWords();
  const { word } = words;
  const { verdict, parts } = answer;
  return (
    <div className="sentence">
      {isGroup(verdict) ? null : (
        <p>
          <ValueAgainstLimit answer={answer} />
        </p>
      )}
      <p>
        <VerdictMark verdict={verdict.verdict} />{' '}
        <span className={`verdict-word verdict-${verdict.verdict}`}>{word(verdictWords[verdict.verdict])}</span>
        {word('list.colon')}
        {reasonText(words, verdict, parts)}
      </p>
    </div>
  );
}

function ValueAgainstLimit({ answer: { verdict } }: { readonly answer: TargetAnswer }) {
  const words = useWords();
  const { language } = words;
  const { value, projection, unit, decimals, basis, origin } = verdict;
  const form = { unit, decimals };
  const said = { period: periodName(words, verdict.period), limit: limitText(words, verdict) };
  if (value !== null) {
    const bound = basis === 'published-bound' ? 'lower' : null;
    return (
      <>
        {sentence(words, 'target.sentence.value', {
          ...said,
          value: <QuantityText key="value" value={value} form={form} bound={bound} />,
        })}{' '}
        <OriginMark origin={origin} />
      </>
    );
  }
  if (projection === null) {
    return sentence(words, 'target.sentence.none', { ...said, value: <NoValue key="value" status="missing" /> });
  }
  return sentence(words, 'target.sentence.projected', {
    ...said,
    value: <QuantityText key="value" value={projection.value} form={form} />,
    level: percentText(projection.level, language),
    lower: quantityText(projection.interval[0], form, language),
    upper: quantityText(projection.interval[1], form, language),
  });
}
