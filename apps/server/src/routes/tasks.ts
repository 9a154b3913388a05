import type {
  TaskListAnswer,
  TaskRemindAnswer,
  TaskRulesAnswer,
  TaskShown,
  TasksActed,
  TasksAssigned,
  TaskTallyAnswer,
  TaskTimelineAnswer,
} from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';

const closed = { additionalProperties: false };
const id = Type.String({ minLength: 1, maxLength: 100, description: 'id of a task, such as 2023-17' });
const organisation = Type.String({ minLength: 1, maxLength: 64, description: 'id of an organisation' });
const code = Type.String({ minLength: 1, maxLength: 40 });
const calendarDay = (description: string) =>
  Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description }));
const day = calendarDay('last day');
const workingDays = Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'from today on' }));
const note = Type.Optional(Type.String({ maxLength: 2000, description: 'kept for good; no names of people' }));
const reason = Type.String({ maxLength: 64, description: 'id of a reason of GET /api/tasks/rules' });
const texts = Type.Optional(Type.Array(code, { maxItems: 100 }));

const asked = {
  programme: Type.Optional(code),
  owner: Type.Optional(organisation),
  below: Type.Optional(Type.Boolean({ description: 'also tasks of organisations below the owner' })),
  clause: Type.Optional(code),
  target: Type.Optional(code),
  parent: Type.Optional(id),
  area: Type.Optional(Type.String({ maxLength: 20, description: 'GB/T 2260; a province means its cities too' })),
  state: Type.Optional(
    Type.Enum(
      ['open', 'any', 'assigned', 'signed', 'in-work', 'handed-in', 'returned', 'closed', 'withdrawn'] as const,
      { description: 'left out: open' },
    ),
  ),
};
const listQuery = Type.Object(
  {
    ...asked,
    light: Type.Optional(Type.Enum(['on-time', 'due-soon', 'late', 'none'] as const)),
    dueFrom: calendarDay('only tasks with a last day from here on'),
    dueUntil: calendarDay('only tasks with a last day up to here'),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'left out: 50' })),
    after: Type.Optional(Type.String({ maxLength: 40, description: '`next` of the page before' })),
  },
  closed,
);
const tallyQuery = Type.Object(
  {
    ...asked,
    by: Type.Optional(
      Type.Enum(['owner', 'clause', 'area', 'parent', 'due'] as const, { description: 'left out: owner' }),
    ),
  },
  closed,
);
const timelineQuery = Type.Object(
  {
    ...asked,
    programme: code,
    rows: Type.Optional(Type.Enum(['owner', 'clause'] as const, { description: 'left out: owner' })),
  },
  closed,
);
const byId = Type.Object({ id });
const assignBody = Type.Object(
  {
    programme: Type.Optional(code),
    clause: Type.Optional(code),
    target: Type.Optional(code),
    parent: Type.Optional(id),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 300, description: 'left out: that of the origin' })),
    to: Type.Optional(
      Type.Array(organisation, { minItems: 1, maxItems: 500, description: '`provinces`, `owners` or organisations' }),
    ),
    supporting: Type.Optional(Type.Array(organisation, { maxItems: 100 })),
    ...{ day, workingDays, indicators: texts, targets: texts },
    wanted: Type.Optional(Type.String({ maxLength: 1000, description: 'evidence that is asked for' })),
    milestones: Type.Optional(
      Type.Array(Type.Object({ title: Type.String({ minLength: 1, maxLength: 200 }), due: day }, closed), {
        maxItems: 50,
      }),
    ),
  },
  closed,
);
const onTasks = {
  tasks: Type.Array(
    Type.Object({ id, version: Type.Integer({ minimum: 1, description: 'the version that was looked at' }) }, closed),
    { minItems: 1, maxItems: 500 },
  ),
  each: Type.Optional(Type.Boolean({ description: 'each for itself, and told which refused; else all or none' })),
  note,
};
const noted = Type.Object(onTasks, closed);

const acts = [
  ['sign', 'task-sign', noted, 'Sign for tasks of the own organisation'],
  [
    'progress',
    'task-progress',
    Type.Object(
      {
        ...onTasks,
        state: Type.String({ maxLength: 64, description: 'id of a word of GET /api/tasks/rules' }),
        text: Type.String({ minLength: 1, maxLength: 4000 }),
      },
      closed,
    ),
    'Tell how tasks stand',
  ],
  [
    'milestone',
    'task-milestone',
    Type.Object(
      { ...onTasks, milestone: Type.Integer({ minimum: 1, maximum: 1000 }), done: Type.Optional(Type.Boolean()) },
      closed,
    ),
    'Mark a milestone as done, or take the mark back',
  ],
  [
    'strike',
    'task-strike',
    Type.Object({ ...onTasks, file: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, closed),
    'Strike a file out; it is kept and stands no longer',
  ],
  ['hand-in', 'task-hand-in', noted, 'Hand tasks in for another person to close'],
  ['undo', 'task-undo', noted, 'Take the own last act back: a signature, a handing in, a withdrawal'],
  [
    'return',
    'task-return',
    Type.Object({ ...onTasks, reason, to: Type.Optional(organisation), day, workingDays }, closed),
    'Return tasks, send them back, or give them to a new owner, for a named reason',
  ],
  ['close', 'task-close', noted, 'Close tasks that other persons did and that have evidence'],
  [
    'reopen',
    'task-reopen',
    Type.Object({ ...onTasks, reason, day, workingDays }, closed),
    'Open closed tasks again, for a named reason; it is counted',
  ],
  [
    'deadline',
    'task-deadline',
    Type.Object({ ...onTasks, reason, day, workingDays }, closed),
    'Move the last day of tasks and nothing else, for a named reason; the day before and the reason stay in the history',
  ],
  [
    'withdraw',
    'task-withdraw',
    Type.Object({ ...onTasks, note: Type.String({ minLength: 1, maxLength: 2000 }) }, closed),
    'Withdraw tasks',
  ],
] as const;

/** Tasks of programmes: lists, tallies, one task, and every act on them. */
export function registerTaskRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof listQuery> }>(
    '/api/tasks',
    {
      config: { command: 'task-list' },
      schema: { summary: 'Tasks by their last day, the earliest first', querystring: listQuery },
    },
    (request) => answer<TaskListAnswer>(context, request, 'task-list', request.query),
  );
  server.get<{ Querystring: Static<typeof tallyQuery> }>(
    '/api/tasks/tally',
    {
      config: { command: 'task-tally' },
      schema: { summary: 'Tasks counted by owner, clause, area, parent or last day', querystring: tallyQuery },
    },
    (request) => answer<TaskTallyAnswer>(context, request, 'task-tally', request.query),
  );
  server.get<{ Querystring: Static<typeof timelineQuery> }>(
    '/api/tasks/timeline',
    {
      config: { command: 'task-timeline' },
      schema: {
        summary: 'Tasks of owners or clauses by the week and month of the programme’s year that their last day lies in',
        querystring: timelineQuery,
      },
    },
    (request) => answer<TaskTimelineAnswer>(context, request, 'task-timeline', request.query),
  );
  server.get(
    '/api/tasks/rules',
    { config: { command: 'task-rules' }, schema: { summary: 'Lights, reasons and words of tasks, with their source' } },
    (request) => answer<TaskRulesAnswer>(context, request, 'task-rules', {}),
  );
  server.get<{ Params: Static<typeof byId> }>(
    '/api/tasks/:id',
    {
      config: { command: 'task-show' },
      schema: { summary: 'A task with its parts, evidence, history, figures and possible acts', params: byId },
    },
    (request) => answer<TaskShown>(context, request, 'task-show', request.params),
  );
  server.post<{ Body: Static<typeof assignBody> }>(
    '/api/tasks',
    {
      config: { command: 'task-assign' },
      schema: {
        summary: 'Assign tasks from a clause, a target or a task, one an owner, all or none',
        body: assignBody,
      },
    },
    async (request, reply): Promise<TasksAssigned> => {
      const assigned = await answer<TasksAssigned>(context, request, 'task-assign', request.body);
      reply.status(201);
      return assigned;
    },
  );
  for (const [act, command, body, summary] of acts) {
    server.post<{ Body: Static<typeof noted> }>(
      `/api/tasks/${act}`,
      { config: { command }, schema: { summary, body } },
      (request) => answer<TasksActed>(context, request, command, request.body),
    );
  }
  server.post(
    '/api/tasks/remind',
    {
      config: { command: 'task-remind' },
      schema: { summary: 'Tell now of tasks that are due soon or late, once each' },
    },
    (request) => answer<TaskRemindAnswer>(context, request, 'task-remind', {}),
  );
}
