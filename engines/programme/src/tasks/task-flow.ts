import { type Flow, type FlowAct, makeFlow, type Need } from '@zhiheng/acts';
import { doerRoles, type OrganisationTree } from './organisation-tree.js';
import { taskGuards, text } from './task-guards.js';
import type { ReasonedAct, TaskRules } from './task-rules.js';

/** Name of the flow; an instance is one task. */
export const taskFlowName = 'programme-task';

/** Acts of those who do a task: whoever did one of them never closes it. */
export const doerActs = ['sign', 'progress', 'milestone', 'evidence', 'strike', 'hand-in'] as const;

const anyDoer = { roles: doerRoles, operator: true } as const;
const owner = { ...anyDoer, limit: 'own-organisation' } as const;
const party = { ...anyDoer, guard: 'party' } as const;
const assigner = { roles: ['planner', 'region'], operator: true, guard: 'assigner' } as const;

const note: Need = {
  ...{ field: 'note', words: text('说明', '說明', 'note'), optional: true },
  check: { kind: 'text', most: 2000 },
};
const wanted = (field: string, words: Need['words'], check: Need['check']): Need => ({ field, words, check });
const newOwner = wanted('to', text('新承办单位', '新承辦單位', 'new owner'), { kind: 'text', most: 64 });
/** The last day that an act sets, and the one before it, as they were stated; the room fills both in. */
const moved = [
  wanted('due', text('新期限', '新期限', 'new last day'), { kind: 'text', most: 40 }),
  wanted('was', text('原期限', '原期限', 'last day before'), { kind: 'text', most: 40 }),
].map((need): Need => ({ ...need, optional: true }));
const file = wanted('file', text('文件', '檔案', 'file'), { kind: 'text', most: 64 });

/** From an assigned task to a closed one: signed for, worked on with evidence, handed in, and closed by another person. */
export function taskFlow(rules: TaskRules, tree: OrganisationTree): Flow {
  const reasonFor = (act: ReasonedAct) =>
    wanted('reason', text('理由', '理由', 'reason'), {
      kind: 'choice',
      of: rules.reasons.filter((one) => one.for.includes(act)).map(({ id }) => id),
    });
  return makeFlow(
    {
      ...{ id: taskFlowName, version: 1, page: '/tasks/{id}' },
      words: text('年度任务', '年度任務', 'Task'),
      states: [
        { id: 'assigned', words: text('待签收', '待簽收', 'to be signed for') },
        { id: 'signed', words: text('已签收', '已簽收', 'signed for') },
        { id: 'in-work', words: text('办理中', '辦理中', 'in work') },
        { id: 'handed-in', words: text('待办结审核', '待辦結審核', 'handed in') },
        { id: 'returned', words: text('已退回', '已退回', 'returned') },
        { id: 'closed', words: text('已办结', '已辦結', 'closed') },
        { id: 'withdrawn', words: text('已撤销', '已撤銷', 'withdrawn') },
      ],
      acts: [...doing(rules, reasonFor('return')), ...assigning(reasonFor)],
    },
    taskGuards(tree),
  );
}

function doing(rules: TaskRules, reason: Need): FlowAct[] {
  const state = wanted('state', text('进展', '進展', 'how it stands'), {
    kind: 'choice',
    of: rules.progress.map(({ id }) => id),
  });
  const words = wanted('text', text('进展说明', '進展說明', 'words'), { kind: 'text', most: 4000 });
  return [
    {
      id: 'sign',
      words: text('签收', '簽收', 'Sign for it'),
      from: ['assigned'],
      to: 'signed',
      ...owner,
      needs: [note],
    },
    {
      ...{ id: 'unsign', words: text('撤销签收', '撤銷簽收', 'Take the signature back'), aside: true },
      ...{ from: ['signed'], to: 'assigned', ...anyDoer, guard: 'own-last-act' },
    },
    {
      ...{ id: 'progress', words: text('填报进展', '填報進展', 'Tell how it stands') },
      ...{ from: ['signed', 'in-work'], to: 'in-work', ...party, needs: [state, words] },
    },
    {
      ...{ id: 'milestone', words: text('标记节点', '標記節點', 'Mark a milestone'), aside: true },
      ...{ from: ['signed', 'in-work'], to: 'in-work', ...party },
      needs: [
        wanted('milestone', text('节点', '節點', 'milestone'), { kind: 'number', least: 1, most: 1000 }),
        wanted('done', text('完成', '完成', 'done'), { kind: 'yes-or-no' }),
      ],
    },
    {
      ...{ id: 'evidence', words: text('提交佐证', '提交佐證', 'Add evidence'), aside: true },
      ...{ from: ['signed', 'in-work'], to: 'in-work', ...party },
      needs: [file, wanted('bytes', text('字节数', '位元組數', 'bytes'), { kind: 'number', least: 1 }), note],
    },
    {
      ...{ id: 'strike', words: text('撤下佐证', '撤下佐證', 'Strike evidence out'), aside: true },
      ...{ from: ['in-work'], to: 'in-work', ...party, needs: [file, note] },
    },
    {
      ...{ id: 'hand-in', words: text('申请办结', '申請辦結', 'Hand it in') },
      ...{ from: ['in-work'], to: 'handed-in', ...owner, guard: 'evidenced', needs: [note] },
    },
    {
      ...{ id: 'take-back', words: text('撤回办结申请', '撤回辦結申請', 'Take it back'), aside: true },
      ...{ from: ['handed-in'], to: 'in-work', ...anyDoer, guard: 'own-last-act' },
    },
    {
      ...{ id: 'return', words: text('退回', '退回', 'Return it'), aside: true },
      ...{ from: ['assigned', 'signed', 'in-work'], to: 'returned', ...owner },
      needs: [reason, { ...newOwner, optional: true }, note],
    },
  ];
}

function assigning(reasonFor: (act: ReasonedAct) => Need): FlowAct[] {
  const open = ['assigned', 'signed', 'in-work', 'returned'];
  return [
    // Who may give a task to whom is asked before: the flow knows no new owner yet.
    { id: 'assign', words: text('交办', '交辦', 'Assign'), from: [], to: 'assigned', ...assigner },
    {
      ...{ id: 'hand-over', words: text('改派', '改派', 'Give it to another owner') },
      ...{ from: [...open, 'handed-in'], to: 'assigned', ...assigner, organisationFrom: 'to' },
      needs: [reasonFor('hand-over'), newOwner, ...moved, note],
    },
    {
      ...{ id: 'send-back', words: text('退回补充', '退回補充', 'Send it back') },
      ...{ from: ['handed-in'], to: 'in-work', ...assigner, needs: [reasonFor('send-back'), note] },
    },
    {
      ...{ id: 'close', words: text('办结', '辦結', 'Close') },
      // The operator is let through to four eyes, which refuse him by name.
      ...{ from: ['handed-in'], to: 'closed', ...assigner, guard: 'assigner-evidenced' },
      ...{ fourEyes: [...doerActs], needs: [note] },
    },
    {
      ...{ id: 'reopen', words: text('重新打开', '重新開啟', 'Open it again'), aside: true },
      ...{ from: ['closed'], to: 'in-work', ...assigner, needs: [reasonFor('reopen'), ...moved, note] },
    },
    {
      ...{ id: 'deadline', words: text('调整期限', '調整期限', 'Move the last day'), aside: true },
      ...{ from: [...open, 'handed-in'], to: null, ...assigner, needs: [reasonFor('deadline'), ...moved, note] },
    },
    {
      ...{ id: 'withdraw', words: text('撤销任务', '撤銷任務', 'Withdraw'), aside: true },
      ...{ from: open, to: 'withdrawn', ...assigner, needs: [{ ...note, optional: false }] },
    },
    {
      ...{ id: 'restore', words: text('恢复任务', '恢復任務', 'Restore'), aside: true },
      ...{ from: ['withdrawn'], to: 'assigned', ...assigner, guard: 'own-last-act' },
    },
  ];
}
