import { type TableAnswer, type TableListItem, tableFile, tableFormats } from '@zhiheng/office';
import { datasets, languages } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { attachment } from './attachment.js';
import { answer, type RouteContext } from './route-context.js';

const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
const asked = {
  period: Type.Optional(
    Type.String({ maxLength: 20, description: 'left out: the newest that the records know whole' }),
  ),
  vintage: Type.Optional(Type.String({ maxLength: 80, description: 'left out: the newest' })),
  dataset: Type.Optional(Type.Enum(datasets, { description: 'left out: real, where there are both' })),
};
const tableQuery = Type.Object(asked, { additionalProperties: false });
const fileQuery = Type.Object(
  {
    ...asked,
    language: Type.Optional(Type.Enum(languages, { description: 'left out: zh-Hans' })),
    sheet: Type.Optional(Type.String({ maxLength: 100, description: 'of CSV; left out: the first' })),
  },
  { additionalProperties: false },
);
const fileParams = Type.Object({ ...byId.properties, format: Type.Enum(tableFormats) });

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const;

/** Named tables of figures: their list, one with its figures, and its files. */
export function registerTableRoutes(server: FastifyInstance, context: RouteContext): void {
  const { office } = context;
  server.get(
    '/api/tables',
    { config: { command: 'table-list' }, schema: { summary: 'Named tables of figures' } },
    async (request) => ({ tables: await answer<TableListItem[]>(context, request, 'table-list', {}) }),
  );
  server.get<{ Params: Static<typeof byId>; Querystring: Static<typeof tableQuery> }>(
    '/api/tables/:id',
    {
      config: { command: 'table-show' },
      schema: {
        summary: 'A named table with its figures and whether its parts add up',
        params: byId,
        querystring: tableQuery,
      },
    },
    (request) => answer<TableAnswer>(context, request, 'table-show', { ...request.query, ...request.params }),
  );
  server.get<{ Params: Static<typeof fileParams>; Querystring: Static<typeof fileQuery> }>(
    '/api/tables/:id/files/:format',
    {
      config: { permission: 'figures:read-published' },
      schema: {
        summary: 'A named table as a file: XLSX, CSV of a sheet, or Parquet with a row a cell',
        params: fileParams,
        querystring: fileQuery,
      },
    },
    async (request, reply) => {
      const { query, params, actor } = request;
      const file = await tableFile({ ...query, ...params }, { office, actor });
      return reply
        .type(types[file.format])
        .header('content-disposition', attachment(file.stem, file.synthetic, file.format))
        .send(Buffer.from(file.bytes));
    },
  );
}
