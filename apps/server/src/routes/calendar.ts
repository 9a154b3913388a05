import type { CalendarAnswer, DeadlineAnswer } from '@zhiheng/office';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answer, type RouteContext } from './route-context.js';
import { day } from './words.js';

const yearQuery = Type.Object({ year: Type.Optional(Type.Integer()) }, { additionalProperties: false });
const byDate = Type.Object({ date: day });
const why = Type.String({ maxLength: 1000 });
const name = Type.String({ maxLength: 200 });
const dayBody = Type.Object(
  {
    kind: Type.Enum(['holiday', 'workday', 'week', 'from', 'until']),
    name,
    source: Type.String({ maxLength: 500 }),
    why,
  },
  { additionalProperties: false },
);
const listBody = Type.Object(
  { text: Type.String({ maxLength: 200_000, description: 'CSV: date,kind,name,source' }), name, why },
  { additionalProperties: false },
);
const deadlineQuery = Type.Object({ from: day, workingDays: Type.Integer() }, { additionalProperties: false });

/** The working calendar. */
export function registerCalendarRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get<{ Querystring: Static<typeof yearQuery> }>(
    '/api/calendar',
    { config: { command: 'calendar-show' }, schema: { summary: 'A year of working days', querystring: yearQuery } },
    (request) => answer<CalendarAnswer>(context, request, 'calendar-show', request.query),
  );
  server.put<{ Params: Static<typeof byDate>; Body: Static<typeof dayBody> }>(
    '/api/calendar/:date',
    { config: { command: 'calendar-set' }, schema: { summary: 'Set a day', params: byDate, body: dayBody } },
    (request) => answer<object>(context, request, 'calendar-set', { ...request.body, ...request.params }),
  );
  server.post<{ Body: Static<typeof listBody> }>(
    '/api/calendar/import',
    { config: { command: 'calendar-import' }, schema: { summary: 'Set every day of a list', body: listBody } },
    (request) => answer<object>(context, request, 'calendar-import', request.body),
  );
  server.get<{ Querystring: Static<typeof deadlineQuery> }>(
    '/api/calendar/deadline',
    {
      config: { command: 'deadline' },
      schema: { summary: 'The day after so many working days', querystring: deadlineQuery },
    },
    (request) => answer<DeadlineAnswer>(context, request, 'deadline', request.query),
  );
}
