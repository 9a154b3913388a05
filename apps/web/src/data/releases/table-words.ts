/** Message ids of the tables that are counted for people; the others hold their details. */
export const tableWords: Readonly<Record<string, string>> = {
  patents: 'table.patents',
  trademarks: 'table.trademarks',
  geographical_indications: 'table.geographical-indications',
  recordals: 'table.recordals',
};
