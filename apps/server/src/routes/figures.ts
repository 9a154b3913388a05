import { csvHead, csvLine, type NamedFigureRow, syntheticLabel } from '@zhiheng/office';
import { datasets, namedBreakdown, origins, statistics } from '@zhiheng/vocabulary';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { attachment } from './attachment.js';
import { fileLanguage } from './file-language.js';
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
const fileQuery = Type.Object({ ...figureQuery.properties, language: fileLanguage }, { additionalProperties: false });
type FigureQuery = Static<typeof figureQuery>;
type FileQuery = Static<typeof fileQuery>;

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
] as const satisfies readonly (keyof NamedFigureRow)[];

/** Figures as JSON and as CSV. */
export function registerFigureRoutes(server: FastifyInstance, context: RouteContext): void {
  const rowsOf = (request: FastifyRequest, query: FigureQuery) =>
    answer<NamedFigureRow[]>(context, request, 'figure', {
      ...query,
      area: listOf(query.area),
      period: listOf(query.period),
    });

  server.get<{ Querystring: FigureQuery }>(
    '/api/figures',
    { config: { command: 'figure' }, schema: { summary: 'Values of an indicator', querystring: figureQuery } },
    async (request) => ({ rows: await rowsOf(request, request.query) }),
  );
  server.get<{ Querystring: FileQuery }>(
    '/api/figures.csv',
    { config: { command: 'figure' }, schema: { summary: 'Values of an indicator as CSV', querystring: fileQuery } },
    async (request, reply) => {
      const { language, ...query } = request.query;
      const rows = await rowsOf(request, query);
      const synthetic = rows.some((row) => row.dataset === 'synthetic');
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(request.query.indicator, synthetic));
      const lines = rows.map((row) =>
        csvLine([
          ...csvColumns.map((column) => row[column]),
          ...(language === undefined ? [] : [namedBreakdown(row, language)]),
          syntheticLabel(row.dataset),
        ]),
      );
      return csvHead([...csvColumns, ...(language === undefined ? [] : ['named']), 'label']) + lines.join('');
    },
  );
}
