import { type Flow, makeFlow } from '@zhiheng/acts';
import type { LocalizedText } from '@zhiheng/vocabulary';
import { secondPersonGuards } from './second-person.js';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Name of the flow. */
export const renewalFlowName = 'link-renewal';

/**
 * A new one-time link for an account that has a password: whoever had it alone could sign in as that account. One administrator asks, another
 * confirms within three working days (provisional) and is given the link.
 */
export const renewalFlow: Flow = makeFlow(
  {
    ...{ id: renewalFlowName, version: 1, page: '/my-work' },
    words: text('更换一次性链接', '更換一次性連結', 'Renewal of a one-time link'),
    states: [
      { id: 'asked', words: text('待确认', '待確認', 'asked for') },
      { id: 'made', words: text('已制作', '已製作', 'made') },
      { id: 'turned-down', words: text('未同意', '未同意', 'turned down') },
    ],
    clocks: [
      {
        ...{ id: 'confirmation', words: text('确认期限', '確認期限', 'time to confirm') },
        term: { unit: 'working-day', count: 3 },
      },
    ],
    acts: [
      {
        ...{ id: 'ask', words: text('申请', '申請', 'Ask') },
        ...{ from: [], to: 'asked', roles: ['administrator'], operator: true },
        clock: { starts: ['confirmation'] },
      },
      {
        ...{ id: 'confirm', words: text('确认', '確認', 'Confirm') },
        ...{ from: ['asked'], to: 'made', roles: ['administrator'], operator: true },
        ...{ guard: 'second-person', fourEyes: ['ask'] },
        clock: { within: 'confirmation', ends: ['confirmation'] },
      },
      {
        ...{ id: 'turn-down', words: text('不同意', '不同意', 'Turn down'), aside: true },
        ...{ from: ['asked'], to: 'turned-down', roles: ['administrator'], operator: true },
        clock: { ends: ['confirmation'] },
      },
    ],
  },
  secondPersonGuards,
);
