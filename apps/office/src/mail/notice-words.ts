import type { LocalizedText } from '@zhiheng/vocabulary';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** What letters say of notices; the pages have words of their own. `{name}` stands for an argument. */
export const noticeWords: Readonly<Record<string, LocalizedText>> = {
  'notice.role-granted': text(
    '您被授予角色 {role}，自 {from} 起。',
    '您獲授予角色 {role}，自 {from} 起。',
    'You were given the role {role}, from {from} on.',
  ),
  'notice.role-turned-down': text(
    '为您提议的角色 {role} 未获同意。',
    '為您提議的角色 {role} 未獲同意。',
    'The role {role} that was proposed for you was turned down.',
  ),
  'notice.role-withdrawn': text(
    '您的角色 {role} 已被收回。',
    '您的角色 {role} 已被收回。',
    'Your role {role} was withdrawn.',
  ),
  'notice.delegation-given': text(
    '{giver} 委托您自 {from} 至 {to} 代行。',
    '{giver} 委託您自 {from} 至 {to} 代行。',
    '{giver} lets you act in their place from {from} to {to}.',
  ),
  'notice.link-asked': text(
    '{by} 申请为您的账户更换一次性链接。如非您所托，请立即告知审计员。',
    '{by} 申請為您的帳號更換一次性連結。如非您所託，請立即告知稽核員。',
    '{by} asked for a new one-time link of your account. If you did not want that, tell an auditor at once.',
  ),
  'notice.link-made': text(
    '{by} 为您的账户制作了新的一次性链接，您已被退出登录。如非您所托，请立即告知审计员。',
    '{by} 為您的帳號製作了新的一次性連結，您已被登出。如非您所託，請立即告知稽核員。',
    '{by} made a new one-time link of your account, and you were signed out. If you did not want that, tell an auditor at once.',
  ),
};

export const subject = '知衡：您有一条通知 / Zhiheng: a notice for you';

/** The sentence of a notice, in one language. */
export function sentenceOf(
  id: string,
  args: Readonly<Record<string, string | number>>,
  language: keyof LocalizedText,
): string {
  const words = noticeWords[id];
  if (words === undefined) return id;
  return words[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ''));
}
