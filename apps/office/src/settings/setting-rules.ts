import { defaultZone } from '@zhiheng/acts';
import { nearestWord, UserFault } from '@zhiheng/vocabulary';

/** What an office may set for itself, and what holds as long as it has not. */
export interface SettingRule {
  readonly usual: string;
  /** The value as it is kept. Throws `setting-wrong`. */
  readonly read: (value: string) => string;
}

/** Every setting there is. */
export const settingRules = {
  /** The office's day decides deadlines, what is valid today, and what today is. */
  'time-zone': { usual: defaultZone, read: readZone },
  /** Granting office of figures that name none, ST.3. */
  'granting-office': { usual: 'CN', read: readGrantingOffice },
  /** The address that letters come from; empty: none are sent. */
  'mail-from': { usual: '', read: readAddress },
  /** Minutes between two rounds of letters while a server runs; `off`: only when somebody asks for one. */
  'mail-every': { usual: 'off', read: readInterval },
} as const satisfies Readonly<Record<string, SettingRule>>;

export type SettingName = keyof typeof settingRules;

export const settingNames = Object.keys(settingRules) as SettingName[];

/** A setting by its name. Throws `not-found` with the nearest name. */
export function settingNamed(name: string): SettingName {
  const found = settingNames.find((one) => one === name);
  if (found !== undefined) return found;
  const near = nearestWord(name, settingNames);
  throw new UserFault('not-found', {
    found: name,
    expected: settingNames.join(', '),
    values: { name },
    ...(near === null ? {} : { didYouMean: near }),
  });
}

function wrong(found: string, what: string, expected: string): UserFault {
  return new UserFault('setting-wrong', { found, expected, values: { what } });
}

function readZone(value: string): string {
  const zones = Intl.supportedValuesOf('timeZone');
  const zone = value.trim();
  if (zones.includes(zone)) return zone;
  const near = nearestWord(zone, zones);
  const expected = `an IANA name such as ${near ?? 'Asia/Urumqi'}`;
  throw wrong(value, 'no time zone of this name is known', expected);
}

function readGrantingOffice(value: string): string {
  const code = value.trim().toUpperCase();
  const known = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  // Offices that grant for several countries; the rest are countries.
  const regional = ['EP', 'EA', 'OA', 'AP', 'GC', 'EM', 'BX', 'WO', 'IB'];
  if (/^[A-Z]{2}$/.test(code) && (regional.includes(code) || known.of(code) !== undefined)) return code;
  throw wrong(value, 'no office of this code is known', 'a code of ST.3 such as CN');
}

function readAddress(value: string): string {
  const address = value.trim();
  if (address === '' || /^[^\s@<>,;:"()[\]\\\p{Cc}]{1,64}@[A-Za-z0-9.-]{1,190}$/u.test(address)) return address;
  throw wrong(value, 'this is no mail address', 'an address of the office, such as office@ip.example, or nothing');
}

function readInterval(value: string): string {
  const text = value.trim();
  if (text === 'off') return text;
  const minutes = Number(text);
  if (/^\d{1,4}$/.test(text) && minutes >= 1 && minutes <= 1440) return String(minutes);
  throw wrong(value, 'this is no interval', 'off, or 1 to 1440 minutes');
}
