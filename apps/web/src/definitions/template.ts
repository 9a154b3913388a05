/** Where a new definition begins: a count of events, to be filled in. */
export const template = `id:
names:
  zh-Hans:
  zh-Hant:
  en:
summary:
  zh-Hans:
  zh-Hant:
  en:
unit: patents
decimals: 0
kind: flow
table: patents
where: kind = 'invention'
attribution: { holder: first, at: filing }
date: granted_on
event: granted
breakdowns: [kind]
published: []
source:
  text:
  article: null
  date: null
  url: null
provisional: true
traps: []
`;
