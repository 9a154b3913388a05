import type { Guard } from '@zhiheng/acts';
import type { LocalizedText } from '@zhiheng/vocabulary';

const words: LocalizedText = {
  'zh-Hans': '须本人办理，且不是事项所涉的账户',
  'zh-Hant': '須本人辦理，且不是事項所涉的帳號',
  en: 'somebody in person, and not the account that it is about',
};

/** The guard of what a second person confirms about an account, which stands among the facts. */
export const secondPersonGuards: Readonly<Record<string, Guard>> = {
  'second-person': {
    words,
    holds: ({ instance, actor }) =>
      actor.onBehalfOf === null && actor.surface.kind !== 'key' && actor.account !== instance.facts.account,
  },
};
