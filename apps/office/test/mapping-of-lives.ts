/**
 * Describes a table of inventions with the days of their lives, complete between two days: 号, 申请人, 地, 申请日, 请求日, 结案日, 授权日, 终止日.
 */
export const mappingOfLives = (from: string, until: string) => `table: patents
columns:
  number: 号
  holders: { from: 申请人, split: ; }
  holder_addresses: { from: 地, split: ; }
  filed_on: 申请日
  examination_requested_on: 请求日
  closed_on: 结案日
  granted_on: 授权日
  ceased_on: 终止日
defaults: { kind: invention }
covers:
  filed: [${from}, ${until}]
  examination_requested: [${from}, ${until}]
  closed: [${from}, ${until}]
  granted: [${from}, ${until}]
  ceased: [${from}, ${until}]
  in_force_from: ${from}
  completeness: full
`;
