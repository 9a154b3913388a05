import { type Flow, proposalFlow } from '@zhiheng/acts';
import type { LocalizedText } from '@zhiheng/vocabulary';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Name of the flow; an instance is one limit, from its proposal until it holds or is given up. */
export const changeFlowName = 'target-change';

/** From a limit that somebody proposes to one that holds: none judges that a second person has not accepted. Regions propose for themselves, see rights. */
export const changeFlow: Flow = proposalFlow({
  ...{ id: changeFlowName, version: 1, page: '/my-work' },
  words: text('目标调整', '目標調整', 'Change of a target'),
  proposers: ['planner', 'region'],
  accepters: ['planner'],
  reasoned: true,
  proposing: {
    act: text('提议', '提議', 'Propose'),
    by: text('须由提议人办理', '須由提議人辦理', 'whoever proposed it'),
  },
});
