import type { SettingAnswer } from '@zhiheng/office';
import type { Words } from '../../words/words.js';

type Name = SettingAnswer['name'];

/** Message ids of settings. */
export const settingWords: Readonly<Record<Name, string>> = {
  'time-zone': 'setting.time-zone',
  'granting-office': 'setting.granting-office',
  'mail-from': 'setting.mail-from',
  'mail-every': 'setting.mail-every',
};

/** What each takes, and what it does. */
export const settingHints: Readonly<Record<Name, string>> = {
  'time-zone': 'setting-hint.time-zone',
  'granting-office': 'setting-hint.granting-office',
  'mail-from': 'setting-hint.mail-from',
  'mail-every': 'setting-hint.mail-every',
};

/** A value as people read it. */
export function valueText(name: Name, value: string, { word }: Words): string {
  if (value === '') return word('setting-value.none');
  if (name !== 'mail-every') return value;
  return value === 'off' ? word('setting-value.off') : word('setting-value.minutes', { minutes: value });
}
