import type { FigureRow } from '@zhiheng/indicators';
import { csvHead, csvLine, syntheticLabel } from '@zhiheng/office';
import { datasets, origins, statistics } from '@zhiheng/vocabulary';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { attachment } from './attachment.js';
import { answer, listOf, type RouteContext } from './route-context.js';

const figureQuery = Type.Object(
  {
    indicator: Type.String({ maxLength: 100 }),
    area: Type.Optional(Type.String({ maxLength: 4000, description: 'one or several, comma-separated; provinces' })),
    period: Type.Optional(Type.String({ maxLength: 4000, description: 'one or several, comma-separated' })),
    by: Type.Optional(Type.String({ maxLength: 100 })),
    statistic: Type.Optional(Type.Enum(statistics)),
    origin: Type.Optional(Type.Enum(origins)),
    office: Type.Optional(Type.String({ maxLength: 10 })),
    dataset: Type.Optional(Type.Enum(datasets)),
    vintage: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
);
type FigureQuery = Static<typeof figureQuery>;
type FigureRequest = FastifyRequest<{ Querystring: FigureQuery }>;

const csvColumns = [
  'indicator',
  'office',
  'area',
  'period',
  'breakdown',
  'statistic',
  'value',
  'bound',
  'precision',
  'numerator',
  'denominator',
  'unit',
  'origin',
  'dataset',
  'status',
  'vintage',
] as const satisfies readonly (keyof FigureRow)[];

/** Figures as JSON and as CSV. */
export function registerFigureRoutes(server: FastifyInstance, context: RouteContext): void {
  const rowsOf = (request: FigureRequest) => {
    const { query } = request;
    return answer<FigureRow[]>(context, request, 'figure', {
      ...query,
      area: listOf(query.area),
      period: listOf(query.period),
    });
  };

  server.get<{ Querystring: FigureQuery }>(
    '/api/figures',
    { config: { command: 'figure' }, schema: { summary: 'Values of an indicator', querystring: figureQuery } },
    async (request) => ({ rows: await rowsOf(request) }),
  );
  server.get<{ Querystring: FigureQuery }>(
    '/api/figures.csv',
    { config: { command: 'figure' }, schema: { summary: 'Values of an indicator as CSV', querystring: figureQuery } },
    async (request, reply) => {
      const rows = await rowsOf(request);
      const synthetic = rows.some((row) => row.dataset === 'synthetic');
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(request.query.indicator, synthetic));
      const lines = rows.map((row) =>
        csvLine([...csvColumns.map((column) => row[column]), syntheticLabel(row.dataset)]),
      );
      return csvHead([...csvColumns, 'label']) + lines.join('');
    },
  );
}
