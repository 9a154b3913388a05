import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsQuery } from '../../api/people-queries.js';
import { may } from '../../api/session.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PanelProps } from '../organisations/OrganisationsPanel.js';
import { LettersBlock } from './LettersBlock.js';
import { SettingForm } from './SettingForm.js';
import { SettingHistory } from './SettingHistory.js';
import { settingWords, valueText } from './setting-words.js';

/** What the office has set for itself, and how it came to be so. */
export function SettingsPanel({ session }: Pick<PanelProps, 'session'>) {
  const words = useWords();
  const { word } = words;
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(settingsQuery());
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={4} />;
  const change = may(session, 'settings:change');
  return (
    <>
      <section className="block">
        <h2>{word('settings.heading')}</h2>
        <ul className="lines">
          {data.map((setting) => (
            <li key={setting.name}>
              <span>
                {word(settingWords[setting.name])} <strong>{valueText(setting.name, setting.value, words)}</strong>{' '}
                <span className="unit">
                  {setting.value === setting.usual
                    ? word('settings.usual')
                    : word('settings.usual-is', { value: valueText(setting.name, setting.usual, words) })}
                </span>
              </span>
              {change && open !== setting.name ? (
                <button type="button" onClick={() => setOpen(setting.name)}>
                  {word('settings.change')}
                  <span className="unseen"> {word(settingWords[setting.name])}</span>
                </button>
              ) : null}
            </li>
          ))}
        </ul>
        {data
          .filter(({ name }) => change && name === open)
          .map((setting) => (
            <SettingForm key={setting.name} setting={setting} close={() => setOpen(null)} />
          ))}
      </section>
      {may(session, 'mail:read') ? <LettersBlock session={session} /> : null}
      <SettingHistory edits={data.flatMap(({ edits }) => edits)} />
    </>
  );
}
