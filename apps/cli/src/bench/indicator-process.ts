import { type IndicatorMeasures, indicatorMeasures, type MeasuredOffice, openMeasuredOffice } from '@zhiheng/office';
import { startServer } from '@zhiheng/server';
import { localOperator, reportFault } from '@zhiheng/vocabulary';

/** What a process of `bench indicators` is told to do: one part of it, or to serve an office until it is told to stop. */
export type IndicatorOrder =
  | { readonly measure: keyof IndicatorMeasures; readonly input: object }
  | { readonly measure: 'serve'; readonly input: { readonly office: MeasuredOffice } };

export type IndicatorReport =
  | { readonly type: 'serving'; readonly address: string }
  | { readonly type: 'done'; readonly answer: unknown; readonly peakBytes: number }
  | { readonly type: 'fault'; readonly message: string };

const tell = (report: IndicatorReport) => new Promise<void>((told) => process.send?.(report, () => told()));

process.once('message', (order: IndicatorOrder) => {
  void carryOut(order)
    .then((answer) => tell({ type: 'done', answer, peakBytes: process.resourceUsage().maxRSS * 1024 }))
    .catch((error: unknown) => tell({ type: 'fault', message: reportFault(error).message }))
    .finally(() => process.disconnect());
});

async function carryOut({ measure, input }: IndicatorOrder): Promise<unknown> {
  if (measure === 'serve') return serve((input as { office: MeasuredOffice }).office);
  return (indicatorMeasures[measure] as (input: object) => Promise<unknown>)(input);
}

async function serve(at: MeasuredOffice): Promise<null> {
  const server = await startServer({
    office: await openMeasuredOffice(at),
    operator: { ...localOperator('bench'), surface: { kind: 'page', address: null } },
    host: '127.0.0.1',
    port: 0,
    webFolder: at.definitions,
    log: null,
  });
  await tell({ type: 'serving', address: server.address });
  await new Promise<void>((stop) => process.once('message', () => stop()));
  await server.stop();
  return null;
}
