import { type Definition, formatBreakdown, type PublishedValue, publishedObservations } from '@zhiheng/indicators';
import type { Breakdown } from '@zhiheng/vocabulary';
import type { PublishedEdition } from '../answers-vintages.js';

/** Every edition of a published figure, superseded ones too, the newest first. */
export function publishedEditions(
  definition: Definition,
  values: readonly PublishedValue[],
  cell: { readonly area: string; readonly period: string; readonly part: Breakdown },
): PublishedEdition[] {
  const part = formatBreakdown(cell.part);
  const editions = values
    .filter(({ area, period }) => area === cell.area && period === cell.period)
    .flatMap((value) =>
      // One at a time, so that none gives way to another.
      publishedObservations(
        definition,
        [{ ...value, status: value.status === 'superseded' ? 'final' : value.status }],
        {
          effective: 'latest',
          vintage: null,
        },
      )
        .filter(({ breakdown }) => formatBreakdown(breakdown) === part)
        .flatMap(({ value: told, unit, publication }) =>
          told === null || publication === null
            ? []
            : [{ value: told, unit, publication, superseded: value.status === 'superseded' }],
        ),
    );
  const dayOf = ({ publication }: PublishedEdition) => publication.publishedOn ?? '';
  return editions.sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
}
