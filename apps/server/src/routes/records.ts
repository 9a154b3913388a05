import { Readable } from 'node:stream';
import {
  csvHead,
  csvLine,
  type DurationsAnswer,
  exportRecords,
  type RecordAnswer,
  type RecordsAnswer,
  syntheticLabel,
  type WhyAnswer,
} from '@zhiheng/office';
import { datasets, origins, statistics } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { attachment } from './attachment.js';
import { answer, type RouteContext } from './route-context.js';

const recordsQuery = Type.Object(
  {
    indicator: Type.String({ maxLength: 100 }),
    area: Type.String({ maxLength: 20 }),
    period: Type.String({ maxLength: 20 }),
    part: Type.Optional(Type.String({ maxLength: 100 })),
    by: Type.Optional(Type.String({ maxLength: 100 })),
    office: Type.Optional(Type.String({ maxLength: 10 })),
    dataset: Type.Optional(Type.Enum(datasets)),
    origin: Type.Optional(Type.Enum(origins)),
    vintage: Type.Optional(Type.String({ maxLength: 40 })),
    statistic: Type.Optional(Type.Enum(statistics, { description: 'of a duration: survival-median opens its cohort' })),
    months: Type.Optional(Type.String({ maxLength: 10, description: 'of a duration: 12..13' })),
    leftOut: Type.Optional(Type.Boolean()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    after: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
);
type RecordsQuery = Static<typeof recordsQuery>;
const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200, description: 'CN:202310123456' }) });
const recordQuery = Type.Object(
  {
    release: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'name of a release; left out: what is loaded' }),
    ),
  },
  { additionalProperties: false },
);

const { leftOut: _, limit: __, after: ___, origin: ____, ...asked } = recordsQuery.properties;
const whyQuery = Type.Object(
  { ...asked, id: Type.String({ minLength: 1, maxLength: 200, description: 'CN:202310123456' }) },
  { additionalProperties: false },
);

const { part: _____, months: ______, statistic: _______, ...whole } = asked;
const durationsQuery = Type.Object(whole, { additionalProperties: false });

/** The records behind a figure that the scope shows, paged, all of them as CSV, and why one of them counts or does not. */
export function registerRecordRoutes(server: FastifyInstance, context: RouteContext): void {
  const { office } = context;
  server.get<{ Querystring: RecordsQuery }>(
    '/api/records',
    { config: { command: 'records' }, schema: { summary: 'Records behind a figure', querystring: recordsQuery } },
    (request) => answer<RecordsAnswer>(context, request, 'records', request.query),
  );
  server.get<{ Querystring: Static<typeof durationsQuery> }>(
    '/api/durations',
    {
      config: { command: 'durations' },
      schema: { summary: 'How long the cases behind a duration took', querystring: durationsQuery },
    },
    (request) => answer<DurationsAnswer>(context, request, 'durations', request.query),
  );
  server.get<{ Querystring: Static<typeof whyQuery> }>(
    '/api/why',
    {
      config: { command: 'why' },
      schema: { summary: 'Why a record counts in a figure, or does not', querystring: whyQuery },
    },
    (request) => answer<WhyAnswer>(context, request, 'why', request.query),
  );
  server.get<{ Params: Static<typeof byId>; Querystring: Static<typeof recordQuery> }>(
    '/api/records/:id',
    {
      config: { command: 'record' },
      schema: { summary: 'Every row of one record that the scope shows', params: byId, querystring: recordQuery },
    },
    (request) => answer<RecordAnswer>(context, request, 'record', { ...request.query, ...request.params }),
  );
  server.get<{ Querystring: RecordsQuery }>(
    '/api/records.csv',
    {
      config: { permission: 'records:export' },
      schema: { summary: 'All records behind a figure as CSV', querystring: recordsQuery },
    },
    async (request, reply) => {
      const { columns, batches, dataset } = await exportRecords(request.query, { office, actor: request.actor });
      const { indicator, area, period } = request.query;
      const name = attachment(`${indicator}-${area}-${period}`, dataset === 'synthetic');
      reply.type('text/csv; charset=utf-8').header('content-disposition', name);
      async function* lines() {
        yield csvHead([...columns, 'label']);
        for await (const rows of batches) {
          yield rows.map((row) => csvLine([...columns.map((column) => row[column]), syntheticLabel(dataset)])).join('');
        }
      }
      return Readable.from(lines());
    },
  );
}
