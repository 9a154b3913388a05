import { getRouteApi, Link } from '@tanstack/react-router';
import type { TableAnswer } from '@zhiheng/office';
import { Select } from '../figure/choices.js';
import { periodName } from '../numbers/period-name.js';
import { useWords } from '../words/words.js';
import type { TableState } from './table-state.js';

const route = getRouteApi('/$language/reports/$table');

/** Period, vintage, dataset and sheet; all of it stands in the address. */
export function TableChoices({ table, state }: { readonly table: TableAnswer; readonly state: TableState }) {
  const words = useWords();
  const { word, own } = words;
  const navigate = route.useNavigate();
  const set = (change: TableState) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const { filled, periods, vintages, datasets, provenance } = table;
  const known = periods.includes(filled.period) ? periods : [filled.period, ...periods];
  return (
    <>
      <div className="report-choices">
        <Select label={word('reports.period')} value={filled.period} choose={(period) => set({ period })}>
          {known.map((period) => (
            <option key={period} value={period}>
              {periodName(words, period)}
            </option>
          ))}
        </Select>
        {provenance.vintage === null ? null : (
          <Select label={word('reports.vintage')} value={provenance.vintage} choose={(vintage) => set({ vintage })}>
            {vintages.map(({ vintage, release, effective }) => (
              <option key={vintage} value={vintage}>
                {word('reports.vintage-option', { vintage: vintage.slice(0, 12), release, effective })}
              </option>
            ))}
          </Select>
        )}
        {datasets.length < 2 ? null : (
          <Select
            label={word('reports.dataset')}
            value={filled.dataset}
            choose={(dataset) => set({ dataset: dataset === 'synthetic' ? 'synthetic' : 'real' })}
          >
            <option value="real">{word('reports.dataset.real')}</option>
            <option value="synthetic">{word('synthetic')}</option>
          </Select>
        )}
      </div>
      {filled.sheets.length < 2 ? null : (
        <nav className="sheet-links" aria-label={word('reports.sheets')}>
          {filled.sheets.map(({ id, names }, at) => {
            const current = id === state.sheet || (at === 0 && !filled.sheets.some((one) => one.id === state.sheet));
            return (
              <Link
                key={id}
                from="/$language/reports/$table"
                to="."
                search={(before) => ({ ...before, sheet: id })}
                replace
                resetScroll={false}
                aria-current={current ? 'true' : undefined}
              >
                {own(names)}
              </Link>
            );
          })}
        </nav>
      )}
    </>
  );
}
