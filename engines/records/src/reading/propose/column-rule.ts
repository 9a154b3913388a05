import type { Kind } from '@zhiheng/vocabulary';
import { type HolderType, isHolderType, isKind } from '@zhiheng/vocabulary';
import { dayFields, listFields, type MappedField } from '../table/mapping.js';
import type { Assignment } from './assign-columns.js';
import type { ColumnSigns } from './column-signs.js';

/** What a mapping says of one column besides its name, and what is not sure about it. */
export interface ProposedRule {
  readonly date: string | null;
  readonly split: string | null;
  readonly scheme: string | null;
  readonly codes: ReadonlyMap<string, string> | null;
  readonly doubts: readonly string[];
}

const separators = [';', '；', '|', '、', ','] as const;
const usualDate = 'YYYY-MM-DD';
const shownWords = 3;

/** `usualPattern`: how most days of the table are written, for a column of days that is blank here. */
export function proposeRule(
  assignment: Assignment,
  name: string,
  signs: ColumnSigns,
  usualPattern: string | null,
): ProposedRule {
  const { field, against, why } = assignment;
  const doubts: string[] = [];
  if (why === 'values') doubts.push(`by its values alone: the name ${oneLine(name)} says nothing`);
  if (why === 'part of the name') doubts.push('by a part of its name');
  if (against !== null) doubts.push(against);
  if (signs.values.length === 0) doubts.push('all its values are blank here');
  const scheme = field === 'classes' ? (/cpc/i.test(name) ? 'cpc' : 'ipc') : null;
  return {
    date: dateOf(field, signs, usualPattern ?? usualDate, doubts),
    split: splitOf(field, signs, doubts),
    scheme,
    codes: codesOf(field, signs, doubts),
    doubts: [...doubts, ...knownDoubts(field, name)],
  };
}

function dateOf(field: MappedField, { dates }: ColumnSigns, pattern: string, doubts: string[]): string | null {
  if (!(dayFields as readonly string[]).includes(field)) return null;
  if (dates === null) return pattern;
  if (dates.alsoReadAs !== null) doubts.push(`the days can be read as ${dates.alsoReadAs} as well: which is it?`);
  if (dates.unread.length > 0) {
    doubts.push(`${dates.unread.length} values are not written so: ${words(dates.unread)}`);
  }
  return dates.pattern;
}

function splitOf(field: MappedField, { values }: ColumnSigns, doubts: string[]): string | null {
  if (!(listFields as readonly string[]).includes(field) || field === 'area' || field === 'country') return null;
  // names of companies hold commas, class symbols none
  const possible = separators.filter((separator) => field === 'classes' || separator !== ',');
  const found = possible
    .map((separator) => ({ separator, count: values.filter((value) => value.includes(separator)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [first, second] = found;
  if (first === undefined) {
    if (values.length > 0) doubts.push('one entry in every row here: add split: ";" if some hold several');
    return null;
  }
  if (second !== undefined) doubts.push(`${second.count} values hold ${second.separator} too, and are not split there`);
  return first.separator;
}

function codesOf(field: MappedField, { values }: ColumnSigns, doubts: string[]): Map<string, string> | null {
  const given = [...new Set(values)];
  if (field === 'kind') {
    if (given.length > 0 && given.every(isKind)) return null;
    const usual = ['发明专利', '实用新型', '外观设计'].filter(() => given.some((word) => /\p{Script=Han}/u.test(word)));
    return coded([...given, ...usual], kindOf, doubts);
  }
  if (field === 'outcome') return given.length === 0 ? null : coded(given, outcomeOf, doubts);
  if (field === 'holder_types') return given.length === 0 ? null : coded(entriesOf(given), holderTypeOf, doubts);
  if (field === 'area' && given.some((word) => shortArea.test(word))) {
    doubts.push('other words than those found here are quarantined: complete the list');
    return coded(given, areaOf, doubts);
  }
  return null;
}

function coded(
  given: readonly string[],
  codeOf: (word: string) => string | null,
  doubts: string[],
): Map<string, string> {
  const codes = new Map<string, string>();
  const unknown: string[] = [];
  for (const word of new Set(given)) {
    const code = codeOf(word);
    if (code === null) unknown.push(word);
    else codes.set(word, code);
  }
  if (unknown.length > 0) doubts.push(`words without a code: ${words(unknown)}`);
  return codes;
}

function kindOf(word: string): Kind | null {
  if (isKind(word)) return word;
  if (/实用新型|實用新型|utility[_ ]?model/i.test(word)) return 'utility_model';
  if (/外观|外觀|design/i.test(word)) return 'design';
  if (/植物|plant/i.test(word)) return 'plant';
  return /发明|發明|invention|utility/i.test(word) ? 'invention' : null;
}

function outcomeOf(word: string): string | null {
  if (/不授|驳回|駁回|refus|reject/i.test(word)) return 'refused';
  if (/撤|放弃|放棄|withdraw|abandon/i.test(word)) return 'withdrawn';
  return /授权|授權|grant/i.test(word) ? 'granted' : null;
}

/** The words of a column of lists. */
function entriesOf(given: readonly string[]): string[] {
  return given
    .flatMap((value) => value.split(/[;；|、]/))
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function holderTypeOf(word: string): HolderType | null {
  if (isHolderType(word)) return word;
  return holderWords.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

const holderWords: readonly (readonly [RegExp, HolderType])[] = [
  [/企业|企業|公司|工矿|enterprise|company|firm/i, 'enterprise'],
  [/大专|院校|高校|大学|大學|universit|college/i, 'university'],
  [/科研|研究|institute/i, 'institute'],
  [/机关|機關|政府|事业单位|government/i, 'government'],
  [/个人|個人|自然人|individual|person/i, 'individual'],
  [/其他|其它|other/i, 'other'],
];

/** `广东;44`, `广东(44)`, `44`: two digits of a province. */
const shortArea = /^(?:\p{Script=Han}+\s*[;；(（]?\s*)?(\d{2})[)）]?$/u;

function areaOf(word: string): string | null {
  const digits = shortArea.exec(word)?.[1];
  if (digits !== undefined) return `${digits}0000`;
  return /^(?:\d{6}|[A-Z]{2})$/.test(word) ? word : null;
}

function knownDoubts(field: MappedField, name: string): string[] {
  if (field === 'examination_requested_on' && /生效/.test(name)) {
    return ['the day on which examination took effect, which is later than the day of the request'];
  }
  if (field === 'holders' && /申请人|申請人|applicant/i.test(name) && !/权人|權人/.test(name)) {
    return ['applicants at filing; holders today may be others'];
  }
  return field === 'classes' && /主/.test(name) ? ['the main class alone'] : [];
}

function words(given: readonly string[]): string {
  const shown = [...new Set(given)].slice(0, shownWords).map(oneLine).join(', ');
  return new Set(given).size > shownWords ? `${shown}, …` : shown;
}

/** A text of the table inside a comment or a message. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 60);
}
