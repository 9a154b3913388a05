import { type Flow, proposalFlow } from '@zhiheng/acts';
import type { LocalizedText } from '@zhiheng/vocabulary';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Name of the flow; an instance is one table of the office's own, from its loading until it holds or is given up. */
export const tableFlowName = 'own-table';

/** From a table that somebody loaded to one that holds: none counts that a second person has not accepted. */
export const tableFlow: Flow = proposalFlow({
  ...{ id: tableFlowName, version: 1, page: '/data?part=classifications' },
  words: text('本单位对照表', '本單位對照表', 'Own concordance table'),
  proposers: ['statistician'],
  accepters: ['planner', 'statistician'],
  proposing: {
    act: text('装入', '裝入', 'Load'),
    by: text('须由装入人办理', '須由裝入人辦理', 'whoever loaded it'),
  },
});
