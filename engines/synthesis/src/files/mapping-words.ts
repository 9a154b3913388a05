/** First line of every mapping of a synthetic office. */
export const syntheticHead = '# 模拟数据 / synthetic data: made by a generator, no records of any office.';

/** What the office's words for sorts of parties stand for. */
export const typeCodes =
  '{ 企业: enterprise, 大专院校: university, 科研单位: institute, 机关团体: government, 个人: individual }';

export const dateFrom = (column: string): string => `{ from: ${column}, date: YYYY.MM.DD }`;
export const listFrom = (column: string): string => `{ from: ${column}, split: ";" }`;
