import { kindNames } from '@zhiheng/vocabulary';
import type { Application } from '../application.js';
import type { OfficeKind } from '../office-volumes.js';
import { dotted, label, labelColumn, quoted } from './cells.js';

/** Columns of every file of applications, in the office's own words. The last labels each row as synthetic. */
export const patentColumns = [
  ...[
    '申请号',
    '专利类型',
    '申请日',
    '优先权日',
    '公开日',
    '公开号',
    '实审请求日',
    '首次审查意见日',
    '结案日',
    '结案方式',
  ],
  ...[
    '授权公告日',
    '授权公告号',
    '终止日',
    '终止原因',
    '发明名称',
    '英文名称',
    '申请人',
    '申请人类型',
    '统一社会信用代码',
  ],
  ...[
    '地址',
    '申请人国别地区代码',
    '发明人',
    '分类号',
    '权利要求数',
    '代理机构',
    '代理师',
    '同族号',
    '资助项目',
    '摘要',
  ],
  ...['首项权利要求', labelColumn],
] as const;
export type PatentColumn = (typeof patentColumns)[number];

export const outcomeWords = { granted: '授权', refused: '驳回', withdrawn: '撤回' } as const;
export const reasonWords = { 'fee-unpaid': '未缴年费', expired: '期限届满' } as const;
const grantLetters: Readonly<Record<OfficeKind, string>> = { invention: 'B', utility_model: 'U', design: 'S' };

/** Texts of an application; null where none were asked for. */
export interface Texts {
  readonly title: string;
  readonly titleEn: string | null;
  readonly abstract: string | null;
  readonly firstClaim: string | null;
}

/** Number under which an application was published: `CN1180000001A`. */
export function publicationNumber({ number, life }: Application): string {
  return life.published === null ? '' : `CN${serial(number)}A`;
}

/** Number under which a right was granted: `CN2180000001U`. */
export function grantNumber({ number, life, kind }: Application): string {
  return life.granted === null ? '' : `CN${serial(number)}${grantLetters[kind]}`;
}

/** Kind, year and serial of `201810000001.X`. */
function serial(number: string): string {
  return number.charAt(4) + number.slice(2, 4) + number.slice(5, 12);
}

/** Number of the family, where there is one: office, year and serial. */
export function familyNumber({ number, particulars }: Application): string {
  return particulars.family.length === 0 ? '' : `SYNF${serial(number)}`;
}

/** The cells of a row, in the order of the columns. */
export function patentCells(application: Application, texts: Texts): string[] {
  const { number, kind, life, particulars } = application;
  const { holders, classes, agency, claims } = particulars;
  const list = (read: (holder: (typeof holders)[number]) => string) => {
    const [first] = holders;
    if (first === undefined) return '';
    return holders.length === 1 ? read(first) : holders.map(read).join(';');
  };
  return [
    number,
    kindNames[kind]['zh-Hans'],
    dotted(life.filed),
    dotted(particulars.priority),
    dotted(life.published),
    application.shared?.publication ?? publicationNumber(application),
    dotted(life.requested),
    dotted(life.firstAction),
    dotted(life.closed),
    life.outcome === null ? '' : outcomeWords[life.outcome],
    dotted(life.granted),
    application.shared?.grant ?? grantNumber(application),
    dotted(life.ceased),
    life.ceaseReason === null ? '' : reasonWords[life.ceaseReason],
    quoted(texts.title),
    texts.titleEn === null ? '' : quoted(texts.titleEn),
    list(({ written }) => written.name),
    list(({ party }) => party.type),
    list(({ written }) => written.code),
    list(({ address }) => address.text),
    list(({ party }) => party.country),
    particulars.inventors.join(';'),
    classes.join(';'),
    claims === null ? '' : String(claims),
    agency ?? '',
    particulars.agents.join(';'),
    familyNumber(application),
    particulars.project,
    texts.abstract === null ? '' : quoted(texts.abstract),
    texts.firstClaim === null ? '' : quoted(texts.firstClaim),
    label,
  ];
}
