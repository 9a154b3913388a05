import type { Dataset, Language } from '@zhiheng/vocabulary';

/** Words of the sheets themselves, by language. */
export interface DocumentWords {
  readonly unit: string;
  readonly row: string;
  readonly unitHead: string;
  readonly notes: string;
  readonly source: string;
  readonly metadata: string;
  readonly maker: string;
  readonly recorder: string;
  readonly recordNumber: string;
  readonly validUntil: string;
  readonly notKnown: string;
  readonly table: string;
  readonly periodName: string;
  readonly office: string;
  readonly dataset: string;
  readonly datasets: Readonly<Record<Dataset, string>>;
  readonly vintage: string;
  readonly release: string;
  readonly effective: string;
  readonly ledgerPosition: string;
  readonly madeOn: string;
  readonly tableHash: string;
  readonly definitionHash: string;
  readonly provisional: string;
  readonly provisionalTable: string;
  readonly sums: string;
  readonly sumsTold: (holds: number, open: number) => string;
  readonly comma: string;
}

export const documentWords: Readonly<Record<Language, DocumentWords>> = {
  'zh-Hans': {
    unit: '单位：',
    row: '项目',
    unitHead: '单位',
    notes: '说明',
    source: '依据',
    metadata: '元数据',
    maker: '制定机关',
    recorder: '备案机关',
    recordNumber: '文号',
    validUntil: '有效期至',
    notKnown: '未知（未见官方文本）',
    table: '表名',
    periodName: '报告期',
    office: '授权机构',
    dataset: '数据',
    datasets: { real: '真实数据', synthetic: '模拟数据' },
    vintage: '版本',
    release: '发布批次',
    effective: '生效日',
    ledgerPosition: '台账位置',
    madeOn: '制表日期',
    tableHash: '表定义',
    definitionHash: '指标定义',
    provisional: '暂定表式',
    provisionalTable: '是：未见官方表式',
    sums: '合计核对',
    sumsTold: (holds, open) => `${holds} 处相符${open === 0 ? '' : `，${open} 处因缺数未能核对`}`,
    comma: '，',
  },
  'zh-Hant': {
    unit: '單位：',
    row: '項目',
    unitHead: '單位',
    notes: '說明',
    source: '依據',
    metadata: '中繼資料',
    maker: '制定機關',
    recorder: '備案機關',
    recordNumber: '文號',
    validUntil: '有效期至',
    notKnown: '未知（未見官方文本）',
    table: '表名',
    periodName: '報告期',
    office: '授權機構',
    dataset: '資料',
    datasets: { real: '真實資料', synthetic: '模擬資料' },
    vintage: '版本',
    release: '釋出批次',
    effective: '生效日',
    ledgerPosition: '臺帳位置',
    madeOn: '製表日期',
    tableHash: '表定義',
    definitionHash: '指標定義',
    provisional: '暫定表式',
    provisionalTable: '是：未見官方表式',
    sums: '合計核對',
    sumsTold: (holds, open) => `${holds} 處相符${open === 0 ? '' : `，${open} 處因缺數未能核對`}`,
    comma: '，',
  },
  en: {
    unit: 'Unit: ',
    row: 'Item',
    unitHead: 'Unit',
    notes: 'Notes',
    source: 'Source',
    metadata: 'Metadata',
    maker: 'Made by',
    recorder: 'Recorded with',
    recordNumber: 'Record number',
    validUntil: 'Valid until',
    notKnown: 'not known (the official text was not at hand)',
    table: 'Table',
    periodName: 'Period',
    office: 'Granting office',
    dataset: 'Data',
    datasets: { real: 'real', synthetic: 'synthetic (模拟数据)' },
    vintage: 'Vintage',
    release: 'Release',
    effective: 'Effective date',
    ledgerPosition: 'Ledger position',
    madeOn: 'Made on',
    tableHash: 'Definition of the table',
    definitionHash: 'Definition of',
    provisional: 'Provisional',
    provisionalTable: 'yes: the official form was not at hand',
    sums: 'Totals',
    sumsTold: (holds, open) => `${holds} agree${open === 0 ? '' : `, ${open} not checked for lack of a value`}`,
    comma: ', ',
  },
};
