import {
  type ComparedValue,
  type CorrectionAnswer,
  csvHead,
  csvLine,
  type FigureExplanation,
  type FigureHistory,
  syntheticLabel,
  type VintageAnswer,
  type VintageComparison,
  type VintageShown,
} from '@zhiheng/office';
import { datasets, namedBreakdown, statistics } from '@zhiheng/vocabulary';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { attachment } from './attachment.js';
import { fileLanguage } from './file-language.js';
import { answer, listOf, type RouteContext } from './route-context.js';

const closed = { additionalProperties: false };
const name = Type.String({ minLength: 1, maxLength: 40, description: 'name of a vintage' });
const code = Type.Optional(Type.String({ maxLength: 4000, description: 'one or several, comma-separated' }));
const byName = Type.Object({ name });
const pair = { before: name, after: name };
const compareQuery = Type.Object(
  {
    ...pair,
    ...{ indicator: Type.Optional(Type.String({ maxLength: 100 })), area: code, period: code },
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    counted: Type.Optional(Type.Boolean({ description: 'tell how many records each reason concerns' })),
  },
  closed,
);
const { limit: _, offset: __, counted: ___, ...filtered } = compareQuery.properties;
const fileQuery = Type.Object({ ...filtered, language: fileLanguage }, closed);
const explainQuery = Type.Object(
  {
    ...pair,
    indicator: Type.String({ maxLength: 100 }),
    area: Type.String({ maxLength: 40 }),
    period: Type.String({ maxLength: 20 }),
    by: Type.Optional(Type.String({ maxLength: 200 })),
    part: Type.Optional(Type.String({ maxLength: 100 })),
    statistic: Type.Optional(Type.Enum(statistics)),
    office: Type.Optional(Type.String({ maxLength: 10 })),
    dataset: Type.Optional(Type.Enum(datasets)),
    side: Type.Optional(Type.String({ maxLength: 10 })),
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 200 })),
    from: Type.Optional(Type.String({ maxLength: 100 })),
  },
  closed,
);
const historyQuery = Type.Object(
  {
    indicator: Type.String({ maxLength: 100 }),
    area: Type.String({ maxLength: 40 }),
    period: Type.String({ maxLength: 20 }),
    by: Type.Optional(Type.String({ maxLength: 200 })),
    statistic: Type.Optional(Type.Enum(statistics)),
    office: Type.Optional(Type.String({ maxLength: 10 })),
    dataset: Type.Optional(Type.Enum(datasets)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    from: Type.Optional(name),
    counted: Type.Optional(Type.Boolean({ description: 'tell how many records each reason concerns' })),
  },
  closed,
);
const version = Type.Optional(Type.Integer({ minimum: 0, description: 'the version that was looked at' }));
const reason = Type.String({ maxLength: 2000 });
const reasoned = Type.Object({ reason, version }, closed);
const signed = Type.Object({ reason: Type.Optional(reason), version }, closed);

const steps = [
  ['publish', 'vintage-publish', reasoned, 'Propose to publish a vintage'],
  ['sign', 'vintage-sign', signed, 'A second person publishes a proposed vintage'],
  ['return', 'vintage-return', reasoned, 'Give a proposal back'],
  ['withdraw', 'vintage-withdraw', reasoned, 'Take one’s own proposal back'],
] as const;

const fileColumns = [
  ...(['indicator', 'office', 'area', 'period', 'breakdown', 'statistic', 'before', 'after', 'size', 'unit'] as const),
  ...(['beforeN', 'afterN', 'beforeStatus', 'afterStatus', 'origin', 'dataset'] as const),
] as const satisfies readonly (keyof ComparedValue)[];
const mostLines = 10_000;

/** Vintages: what they rest on, what differs between two and why, which of them readers see. */
export function registerVintageRoutes(server: FastifyInstance, context: RouteContext): void {
  server.get(
    '/api/vintages',
    { config: { command: 'vintage-list' }, schema: { summary: 'All vintages, the oldest first' } },
    (request) => answer<VintageAnswer[]>(context, request, 'vintage-list', {}),
  );
  server.get<{ Params: Static<typeof byName> }>(
    '/api/vintages/:name',
    { config: { command: 'vintage-show' }, schema: { summary: 'What a vintage rests on', params: byName } },
    (request) => answer<VintageShown>(context, request, 'vintage-show', request.params),
  );
  server.get(
    '/api/vintages/notices',
    {
      config: { command: 'vintage-notices' },
      schema: { summary: 'Correction notices of published vintages, the newest first' },
    },
    (request) => answer<CorrectionAnswer[]>(context, request, 'vintage-notices', {}),
  );
  server.get<{ Querystring: Static<typeof compareQuery> }>(
    '/api/vintages/compare',
    {
      config: { command: 'vintage-compare' },
      schema: { summary: 'Values that differ between two vintages, the largest first', querystring: compareQuery },
    },
    (request) => {
      const { query } = request;
      return answer<VintageComparison>(context, request, 'vintage-compare', {
        ...query,
        ...{ area: listOf(query.area), period: listOf(query.period) },
      });
    },
  );
  server.get<{ Querystring: Static<typeof fileQuery> }>(
    '/api/vintages/compare.csv',
    {
      config: { command: 'vintage-compare' },
      schema: { summary: 'The same as CSV: the 10,000 largest differences', querystring: fileQuery },
    },
    async (request, reply) => {
      const { language, ...query } = request.query;
      const { rows } = await answer<VintageComparison>(context, request, 'vintage-compare', {
        ...query,
        ...{ area: listOf(query.area), period: listOf(query.period), limit: mostLines },
      });
      const synthetic = rows.some(({ dataset }) => dataset === 'synthetic');
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(`${query.before}-${query.after}`, synthetic));
      const lines = rows.map((row) =>
        csvLine([
          ...fileColumns.map((column) => row[column]),
          ...(language === undefined ? [] : [namedBreakdown(row, language)]),
          row.reasons.map(({ kind }) => kind).join(' '),
          syntheticLabel(row.dataset),
        ]),
      );
      return (
        csvHead([...fileColumns, ...(language === undefined ? [] : ['named']), 'reasons', 'label']) + lines.join('')
      );
    },
  );
  server.get<{ Querystring: Static<typeof explainQuery> }>(
    '/api/vintages/explain',
    {
      config: { command: 'explain' },
      schema: { summary: 'Why a figure differs between two vintages', querystring: explainQuery },
    },
    (request) => answer<FigureExplanation>(context, request, 'explain', request.query),
  );
  server.get<{ Querystring: Static<typeof historyQuery> }>(
    '/api/vintages/history',
    {
      config: { command: 'vintage-history' },
      schema: { summary: 'What a figure was in each vintage, the newest first', querystring: historyQuery },
    },
    (request) => answer<FigureHistory>(context, request, 'vintage-history', request.query),
  );
  for (const [step, command, body, summary] of steps) {
    server.post<{ Params: Static<typeof byName>; Body: Static<typeof signed> }>(
      `/api/vintages/:name/${step}`,
      { config: { command }, schema: { summary, params: byName, body } },
      (request) => answer<VintageShown>(context, request, command, { ...request.body, vintage: request.params.name }),
    );
  }
}
