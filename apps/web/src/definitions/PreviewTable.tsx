import type { DefinitionPreview, PreviewRow, PreviewValue } from '@zhiheng/office';
import { isUnit } from '@zhiheng/vocabulary';
import { NoValue } from '../marks/NoValue.js';
import { QuantityText } from '../marks/QuantityText.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { periodName } from '../numbers/period-name.js';
import { formOf, isRatio, symbolOf } from '../numbers/quantity.js';
import { useAreaNames } from '../staff/useAreaNames.js';
import { statisticWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

/** Values of the draft beside those in force; what differs stands out. */
export function PreviewTable({ preview }: { readonly preview: DefinitionPreview }) {
  const words = useWords();
  const { word } = words;
  const { rows, decimals, release } = preview;
  const { nameOf } = useAreaNames(rows.map(({ area }) => area));
  if (rows.length === 0) return <p className="empty-line">{word('definition-preview.nothing')}</p>;
  const statistics = rows.some(({ statistic }) => statistic !== null);
  const changed = rows.filter((row) => differs(row)).length;
  const synthetic = rows.some(({ dataset }) => dataset === 'synthetic');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={word('definition-preview.table')} tabIndex={0}>
      {synthetic ? <SyntheticBand /> : null}
      <table className="preview-table">
        <caption>{word('definition-preview.caption', { release, n: changed, of: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{word('column.area')}</th>
            <th scope="col">{word('definition-preview.period')}</th>
            {statistics ? <th scope="col">{word('definition-preview.statistic')}</th> : null}
            <th scope="col" className="numeric">
              {word('definition-preview.in-force')}
            </th>
            <th scope="col" className="numeric">
              {word('definition-preview.draft')}
            </th>
            <th scope="col" className="numeric">
              {word('definition-preview.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={JSON.stringify([row.area, row.period, row.dataset, row.statistic])}
              className={differs(row) ? 'differs' : ''}
            >
              <th scope="row">{nameOf(row.area)}</th>
              <td data-heading={word('definition-preview.period')}>{periodName(words, row.period)}</td>
              {statistics ? (
                <td data-heading={word('definition-preview.statistic')}>
                  {row.statistic === null ? '' : word(statisticWords[row.statistic])}
                </td>
              ) : null}
              <td className="numeric" data-heading={word('definition-preview.in-force')}>
                <ValueText row={row} value={row.inForce} decimals={decimals} />
              </td>
              <td className="numeric" data-heading={word('definition-preview.draft')}>
                <ValueText row={row} value={row.draft} decimals={decimals} />
              </td>
              <td className="numeric" data-heading={word('definition-preview.change')}>
                <ChangeText row={row} decimals={decimals} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function differs({ draft, inForce }: PreviewRow): boolean {
  return inForce !== null && (draft?.value ?? null) !== inForce.value;
}

interface ValueProps {
  readonly row: PreviewRow;
  readonly decimals: number;
}

function ValueText({ row, value, decimals }: ValueProps & { readonly value: PreviewValue | null }) {
  if (value === null) return '–';
  if (value.value === null) return <NoValue status={value.status} />;
  return <QuantityText value={value.value} form={formOf({ ...row, precision: null }, decimals)} />;
}

/** The difference in the figure's own unit, and of counts beside it in percent. */
function ChangeText({ row, decimals }: ValueProps) {
  const { language } = useWords();
  const [draft, inForce] = [row.draft?.value ?? null, row.inForce?.value ?? null];
  if (draft === null || inForce === null) return '–';
  const change = draft - inForce;
  const form = formOf({ ...row, precision: null }, decimals);
  const rate = isRatio(row.unit) || inForce === 0 || change === 0 ? null : change / inForce;
  const unit = isUnit(row.unit) ? symbolOf(row.unit, language) : '';
  return (
    <>
      {change > 0 ? '+' : ''}
      <QuantityText value={change} form={form} bare={unit === ''} />
      {rate === null ? null : (
        <span className="unit">
          {' '}
          <QuantityText value={rate} form={{ unit: 'growth-rate', decimals: 1 }} />
        </span>
      )}
    </>
  );
}
