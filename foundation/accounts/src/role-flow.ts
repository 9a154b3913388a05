import { type Flow, type FlowDefinition, makeFlow } from '@zhiheng/acts';
import { type LocalizedText, roles } from '@zhiheng/vocabulary';
import { secondPersonGuards } from './second-person.js';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Name of the flow; its instances bear the id of the grant. */
export const roleGrantFlow = 'role-grant';

/** Working days in which a proposed role has to be confirmed. Provisional: no rule of law sets them. */
const confirmationDays = 10;

/** Roles of two persons, from the proposal on. Whoever leaves ends what was given or proposed to him. */
const definition: FlowDefinition = {
  id: roleGrantFlow,
  version: 1,
  words: text('角色授予', '角色授予', 'Grant of a role'),
  page: '/my-work',
  states: [
    { id: 'proposed', words: text('待确认', '待確認', 'proposed') },
    { id: 'granted', words: text('已授予', '已授予', 'granted') },
    { id: 'turned-down', words: text('未同意', '未同意', 'turned down') },
    { id: 'withdrawn', words: text('已收回', '已收回', 'withdrawn') },
  ],
  acts: [
    {
      ...{ id: 'propose', words: text('提议', '提議', 'Propose') },
      ...{ from: [], to: 'proposed', roles: ['administrator'], operator: true },
    },
    {
      ...{ id: 'appoint', words: text('指定首位管理员', '指定首位管理員', 'Appoint the first administrator') },
      ...{ from: [], to: 'granted', roles: [], operator: true },
    },
    {
      ...{ id: 'confirm', words: text('确认', '確認', 'Confirm') },
      // The operator is let through to four eyes, which refuse him by name.
      ...{ from: ['proposed'], to: 'granted', roles: ['administrator'], operator: true },
      ...{ guard: 'second-person', fourEyes: ['propose'] },
    },
    {
      ...{ id: 'turn-down', words: text('不同意', '不同意', 'Turn down'), aside: true },
      ...{ from: ['proposed'], to: 'turned-down', roles: ['administrator'], operator: true },
    },
    {
      ...{ id: 'withdraw', words: text('收回', '收回', 'Withdraw'), aside: true },
      ...{ from: ['granted'], to: 'withdrawn', roles: ['administrator'], operator: true },
    },
    {
      ...{ id: 'end', words: text('随人员离任终止', '隨人員離任終止', 'End as the account leaves'), aside: true },
      ...{ from: ['proposed', 'granted'], to: 'withdrawn', roles, operator: true },
    },
  ],
};

const clocks: Readonly<Record<string, FlowDefinition['acts'][number]['clock']>> = {
  propose: { starts: ['confirmation'] },
  confirm: { within: 'confirmation', ends: ['confirmation'] },
  'turn-down': { ends: ['confirmation'] },
  end: { ends: ['confirmation'] },
};

/** Grants proposed before there was a deadline go by this one. */
export const roleFlowWithoutDeadline: Flow = makeFlow(definition, secondPersonGuards);

/** The same with a deadline: what nobody confirms in time has lapsed. */
export const roleFlow: Flow = makeFlow(
  {
    ...definition,
    version: 2,
    clocks: [
      {
        id: 'confirmation',
        words: text('确认期限', '確認期限', 'time to confirm'),
        term: { unit: 'working-day', count: confirmationDays },
      },
    ],
    acts: definition.acts.map((act) => {
      const clock = clocks[act.id];
      return clock === undefined ? act : { ...act, clock };
    }),
  },
  secondPersonGuards,
);

/** Every version that some grant goes by. */
export const roleFlows: readonly Flow[] = [roleFlowWithoutDeadline, roleFlow];
