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
  'notice.task-assign': text(
    '{by} 交办 {tasks} 项任务（{task}），请签收。',
    '{by} 交辦 {tasks} 項任務（{task}），請簽收。',
    '{by} assigned tasks ({tasks}, {task}): sign for them.',
  ),
  'notice.task-hand-over': text(
    '{by} 将 {tasks} 项任务改派给您所在单位（{task}）。',
    '{by} 將 {tasks} 項任務改派給您所在單位（{task}）。',
    '{by} gave tasks ({tasks}, {task}) to your organisation.',
  ),
  'notice.task-send-back': text(
    '{by} 退回补充 {tasks} 项任务（{task}）。',
    '{by} 退回補充 {tasks} 項任務（{task}）。',
    '{by} sent tasks back ({tasks}, {task}).',
  ),
  'notice.task-close': text(
    '{by} 已办结 {tasks} 项任务（{task}）。',
    '{by} 已辦結 {tasks} 項任務（{task}）。',
    '{by} closed tasks ({tasks}, {task}).',
  ),
  'notice.task-reopen': text(
    '{by} 重新打开 {tasks} 项任务（{task}）。',
    '{by} 重新開啟 {tasks} 項任務（{task}）。',
    '{by} opened tasks again ({tasks}, {task}).',
  ),
  'notice.task-deadline': text(
    '{by} 调整了 {tasks} 项任务的期限（{task}）。',
    '{by} 調整了 {tasks} 項任務的期限（{task}）。',
    '{by} moved the last day of tasks ({tasks}, {task}).',
  ),
  'notice.task-withdraw': text(
    '{by} 撤销了 {tasks} 项任务（{task}）。',
    '{by} 撤銷了 {tasks} 項任務（{task}）。',
    '{by} withdrew tasks ({tasks}, {task}).',
  ),
  'notice.task-hand-in': text(
    '{by} 申请办结 {tasks} 项任务（{task}），待您审核。',
    '{by} 申請辦結 {tasks} 項任務（{task}），待您審核。',
    '{by} handed tasks in ({tasks}, {task}): they wait for you to close them.',
  ),
  'notice.task-return': text(
    '{by} 退回 {tasks} 项任务（{task}），请改派。',
    '{by} 退回 {tasks} 項任務（{task}），請改派。',
    '{by} returned tasks ({tasks}, {task}): they wait for a new owner.',
  ),
  'notice.task-due-soon': text(
    '{tasks} 项任务即将到期（{task}）。',
    '{tasks} 項任務即將到期（{task}）。',
    'Tasks are due soon ({tasks}, {task}).',
  ),
  'notice.task-late': text(
    '{tasks} 项任务已逾期（{task}）。',
    '{tasks} 項任務已逾期（{task}）。',
    'Tasks are late ({tasks}, {task}).',
  ),
  'notice.task-milestone-due-soon': text(
    '任务的 {milestones} 个节点即将到期（{task}）。',
    '任務的 {milestones} 個節點即將到期（{task}）。',
    'Milestones of tasks are due soon ({milestones}, {task}).',
  ),
  'notice.task-milestone-late': text(
    '任务的 {milestones} 个节点已逾期（{task}）。',
    '任務的 {milestones} 個節點已逾期（{task}）。',
    'Milestones of tasks are late ({milestones}, {task}).',
  ),
  'notice.task-escalated': text(
    '下级 {tasks} 项任务逾期满 {days} 个工作日（{task}）。',
    '下級 {tasks} 項任務逾期滿 {days} 個工作日（{task}）。',
    'Tasks below you are late by {days} working days ({tasks}, {task}).',
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
