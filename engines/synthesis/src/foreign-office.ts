import { coinedWord } from './coined-name.js';
import type { Random } from './random.js';

/** A country that foreign applicants come from, by ST.3 code, with its assumed weight. */
export interface ForeignOffice {
  readonly code: string;
  readonly weight: number;
  readonly places: readonly string[];
  readonly companyEnds: readonly string[];
}

const office = (code: string, weight: number, places: string, companyEnds: string): ForeignOffice => ({
  code,
  weight,
  places: places.split(' '),
  companyEnds: companyEnds.split(' '),
});

/** Weights and places are assumed; they make a plausible spread, not a statistic. */
export const foreignOffices: readonly ForeignOffice[] = [
  office('JP', 31, '日本东京都 日本大阪府 日本爱知县', '株式会社 电机株式会社 工业株式会社'),
  office('US', 27, '美国加利福尼亚州 美国得克萨斯州 美国马萨诸塞州', '公司 技术公司 有限责任公司'),
  office('DE', 11, '德国慕尼黑 德国斯图加特 德国汉堡', '有限公司 股份公司'),
  office('KR', 12, '韩国首尔 韩国京畿道 韩国大田', '株式会社 电子株式会社'),
  office('FR', 3.5, '法国巴黎 法国里昂', '公司 简化股份公司'),
  office('NL', 3, '荷兰埃因霍温 荷兰鹿特丹', '有限公司'),
  office('CH', 3, '瑞士苏黎世 瑞士巴塞尔', '股份公司'),
  office('GB', 2.5, '英国伦敦 英国剑桥', '有限公司'),
  office('SE', 2, '瑞典斯德哥尔摩', '公司'),
  office('IT', 1.5, '意大利米兰', '股份公司'),
  office('FI', 1, '芬兰赫尔辛基', '公司'),
  office('SG', 1, '新加坡', '私人有限公司'),
];

export function foreignHolderName(from: ForeignOffice, random: Random): string {
  return `${coinedWord(random)}${random.one(from.companyEnds)}`;
}
