import { inPerson, means } from './permission.js';

/** Tasks of a programme: what a filter by organisations and areas leaves of them, see the room programme. */
export const permissionsOfTasks = {
  'tasks:read': means('查看任务', '查看任務', 'See tasks'),
  'tasks:work': means(
    '签收、填报、退回、申请办结任务',
    '簽收、填報、退回、申請辦結任務',
    'Sign for tasks, work on them, return them, hand them in',
  ),
  'tasks:assign': means(
    '交办、分解、改派、撤销、重新打开任务，调整期限',
    '交辦、分解、改派、撤銷、重新開啟任務，調整期限',
    'Assign, divide, withdraw and reopen tasks, move their last days',
  ),
  'tasks:close': inPerson('办结他人办理的任务', '辦結他人辦理的任務', 'Close a task that other persons did'),
  'tasks:remind': means('提醒临期和逾期任务', '提醒臨期與逾期任務', 'Remind of deadlines of tasks'),
};
