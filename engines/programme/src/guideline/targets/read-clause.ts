import type { TargetKind } from '../../programme.js';
import { type Quantity, quantityPattern, readQuantity } from './quantity.js';

/** A target as a clause says it; `subjects` are several where each is to reach the same, or its own number. */
export interface ClauseTarget {
  readonly kind: TargetKind;
  readonly subject: string;
  readonly quantity: Quantity | null;
  readonly direction: 'rises' | 'falls' | null;
  readonly approximate: boolean;
}

const q = quantityPattern;
const several = `(?<quantity>${q})(?:(?:和|、|及|与)(?<second>${q}))?`;
const loosely = '(?:约|大约|力争)?';
const rising = '增长|提高|提升|增加|上升|增幅';
const falling = '下降|降低|减少|压减|缩短';
const measure =
  /(?:比重|占比|比例|价值|产值|数量|总数|数|规模|金额|总额|额|(?<!效)率|周期|时长|覆盖面|普惠面|指数|满意度|拥有量|总量|(?<![质力])量)$/u;

interface Rule {
  readonly kind: TargetKind;
  readonly pattern: RegExp;
}

/** The first rule that fits tells the kind. */
const rules: readonly Rule[] = [
  {
    kind: 'growth',
    pattern: new RegExp(`(?<verb>${rising}|${falling})率?(?:达到|达|超过|不低于|≥)?${loosely}${several}`, 'u'),
  },
  {
    kind: 'ceiling',
    pattern: new RegExp(
      `(?:压减|压缩|缩短|减少|降低|下降|降|控制)(?:到|至|为|在)${loosely}${several}(?:以内|以下|之内|内|左右)?`,
      'u',
    ),
  },
  {
    kind: 'ceiling',
    pattern: new RegExp(
      `(?:不[得能应]?(?:超过|高于|多于|大于)|(?<![不得])(?:低于|少于|小于)|≤|<=|<)${loosely}\\s?${several}`,
      'u',
    ),
  },
  { kind: 'floor', pattern: new RegExp(`(?:稳定|保持|维持)?在${loosely}${several}以上`, 'u') },
  { kind: 'hold', pattern: new RegExp(`(?:稳定|保持|维持)(?:在|为)?${loosely}${several}(?:左右)?(?!以[上内下])`, 'u') },
  { kind: 'hold', pattern: new RegExp(`${several}(?:左右)?,?\\s?保持稳定`, 'u') },
  {
    kind: 'floor',
    pattern: new RegExp(
      `(?:不[得能应]?(?:低于|少于|小于)|≥|>=|>|达到|达|超过|突破|高于|(?:提高|提升|增长|增加|上升|扩大)(?:到|至))${loosely}\\s?${several}(?:以上)?`,
      'u',
    ),
  },
  { kind: 'ceiling', pattern: new RegExp(`${several}(?:以内|以下|之内)`, 'u') },
  { kind: 'floor', pattern: new RegExp(`${several}以上`, 'u') },
];
const moving =
  /(?:稳步|持续|逐步|不断|进一步|稳中|明显|显著)*(?:(?<up>提高|提升|上升|增加|扩大|增长)|(?<down>下降|降低|缩短|减少|压减))$/u;
const staying = /(?:持续)?(?:保持|维持)在?(?:较高|良好|高|领先)(?:的)?(?:水平|态势)?$/u;

/** The targets of a folded clause, in which no comma or full stop stands; none where it names nothing that is measured. */
export function readClause(clause: string): ClauseTarget[] {
  for (const { kind, pattern } of rules) {
    const found = pattern.exec(clause);
    if (found === null) continue;
    // "regions of fewer than 400" counts nothing.
    if (clause.charAt(found.index + found[0].length) === '的') return [];
    return numericTargets(clause, found, kind);
  }
  return movingTargets(clause);
}

function numericTargets(clause: string, found: RegExpExecArray, kind: TargetKind): ClauseTarget[] {
  const subject = subjectOf(clause.slice(0, found.index));
  if (subject === null) return [];
  const { quantity = '', second, verb } = found.groups ?? {};
  const first = readQuantity(quantity);
  const grows = /(?:增幅|增速|增长率)$/u.test(subject);
  const approximate = /左右|约|力争/u.test(found[0]);
  const asKind = grows && kind === 'floor' && first.unit === 'percent' ? 'growth' : kind;
  const direction =
    asKind !== 'growth' ? null : new RegExp(`^(?:${falling})`, 'u').test(verb ?? '') ? 'falls' : 'rises';
  const made = (name: string, value: Quantity) =>
    ({ kind: asKind, subject: name, quantity: value, direction, approximate }) as const;
  const names = namesOf(subject, clause.slice(0, found.index), second !== undefined);
  if (second !== undefined && names.length === 2) {
    return [made(names[0] ?? subject, first), made(names[1] ?? subject, readQuantity(second))];
  }
  return names.map((name) => made(name, first));
}

/** Targets without a number: what rises, falls or stays high. */
function movingTargets(clause: string): ClauseTarget[] {
  const nothing = { quantity: null, approximate: false } as const;
  const stays = staying.exec(clause);
  if (stays !== null) {
    const subject = subjectOf(clause.slice(0, stays.index));
    return subject !== null && measure.test(subject)
      ? [{ kind: 'qualitative', subject, direction: null, ...nothing }]
      : [];
  }
  const moves = moving.exec(clause);
  if (moves === null) return [];
  const subject = subjectOf(clause.slice(0, moves.index));
  if (subject === null || !measure.test(subject)) return [];
  const direction = moves.groups?.up === undefined ? 'falls' : 'rises';
  return namesOf(subject, clause.slice(0, moves.index), false).map((name) => ({
    kind: 'direction' as const,
    subject: name,
    direction,
    ...nothing,
  }));
}

/** Several subjects where the clause says that each is meant. */
function namesOf(subject: string, before: string, listed: boolean): string[] {
  if (!listed && !/(?:均|都|双双|分别)(?:同比|实现)?$/u.test(before.trim())) return [subject];
  const names = subject.split(/和|、|以及|与|(?<![惠普涉])及/u).filter((name) => name.length > 1);
  return names.length > 1 ? names : [subject];
}

const leading =
  /^(?:(?:到|至)?\d{4}年(?:年?[底末])?|全年|年内|其中|力争|确保|实现|推动|使|将|并|且|及|最高|最低|最多|至少)+/u;
const trailing =
  /(?:均|都|双双|分别|同比|年均|力争|总体|基本|持续|稳步|逐步|不断|进一步|将|要|应|努力|实现|保持|总数达|:|,|\s)+$/u;

/** What a clause is about: the words before the verb, without those that say when and how; null where nothing is left. */
function subjectOf(text: string): string | null {
  const subject = text
    .trim()
    .replace(trailing, '')
    .replace(/^[—\-•\s]+/u, '');
  const bare = subject.replace(leading, '');
  return /\p{Script=Han}{3}/u.test(bare) || measure.test(bare) ? bare : null;
}
