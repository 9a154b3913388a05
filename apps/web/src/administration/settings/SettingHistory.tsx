import type { SettingAnswer } from '@zhiheng/office';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';
import { settingWords, valueText } from './setting-words.js';

/** What was set, the newest first, with the reasons. */
export function SettingHistory({ edits }: { readonly edits: SettingAnswer['edits'] }) {
  const words = useWords();
  const { word } = words;
  return (
    <section className="block">
      <h2>{word('settings.history')}</h2>
      {edits.length === 0 ? <p className="empty-line">{word('settings.history.none')}</p> : null}
      <ul className="lines">
        {edits
          .toSorted((a, b) => b.act - a.act)
          .map(({ act, name, value, why, person, onBehalfOf, time }) => (
            <li key={act}>
              <span>
                {word(settingWords[name])} <strong>{valueText(name, value, words)}</strong>{' '}
                <span className="unit">{why}</span>
              </span>
              <span className="unit">
                {person}
                {onBehalfOf === null ? '' : ` ${word('audit.in-place-of', { account: onBehalfOf })}`}{' '}
                <TimeText time={time} />
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
