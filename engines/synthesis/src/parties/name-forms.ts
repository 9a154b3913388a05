import type { Random } from '../random.js';
import type { Party, PartyName } from './party.js';
import { inTraditional } from './traditional.js';

/** How a mention of a party differs from its present name with its code. */
export const nameForms = [
  'plain',
  'width',
  'brackets',
  'suffix',
  'traditional',
  'spaced',
  'no-code',
  'former-name',
] as const;
export type NameForm = (typeof nameForms)[number];

export interface WrittenName {
  readonly name: string;
  readonly code: string;
  readonly form: NameForm;
}

const fullName = ({ city, word, rest, form, bracketed }: PartyName, asWord = word): string =>
  bracketed ? `${asWord}（${city}）${rest}${form}` : `${city}${asWord}${rest}${form}`;

/** The present name of a party. */
export function presentName({ name }: Party): string {
  return fullName(name);
}

/** A party as a paper of a day names it: now and then in another form than usual. */
export function writtenName(party: Party, day: number, random: Random): WrittenName {
  const { name, code } = party;
  const draw = random.fraction();
  if (name.former !== null && day <= name.former.until) {
    return { name: fullName(name, name.former.word), code, form: 'former-name' };
  }
  const plain = fullName(name);
  if (draw > 0.075 || party.type === '个人') return { name: plain, code, form: 'plain' };
  const other = (text: string, form: NameForm): WrittenName =>
    text === plain ? { name: plain, code, form: 'plain' } : { name: text, code, form };
  if (draw < 0.02) return { name: plain, code: '', form: code === '' ? 'plain' : 'no-code' };
  if (draw < 0.035) return other(otherSuffix(plain), 'suffix');
  if (draw < 0.05) return other(inTraditional(plain), 'traditional');
  if (draw < 0.06) return other(plain.replace('（', '(').replace('）', ')'), 'width');
  if (draw < 0.067) return { name: `${plain.slice(0, 2)} ${plain.slice(2)}`, code, form: 'spaced' };
  return name.form === ''
    ? other(plain, 'plain')
    : other(fullName({ ...name, bracketed: !name.bracketed }), 'brackets');
}

/** The same form of company in another wording. */
function otherSuffix(name: string): string {
  if (name.endsWith('股份有限公司')) return name.replace(/股份有限公司$/, '股份公司');
  if (name.endsWith('有限责任公司')) return name.replace(/有限责任公司$/, '有限公司');
  return name.endsWith('有限公司') ? name.replace(/有限公司$/, '有限责任公司') : name;
}
