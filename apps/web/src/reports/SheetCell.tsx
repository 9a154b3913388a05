import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableAnswer } from '@zhiheng/office';
import type { ReactNode } from 'react';
import { areasQuery, officeQuery } from '../api/queries.js';
import { areaName } from '../figure/choice-names.js';
import { QuantityText } from '../marks/QuantityText.js';
import { useWords } from '../words/words.js';
import { figureSearch } from './figure-search.js';

type Sheet = TableAnswer['filled']['sheets'][number];
type Cell = Sheet['rows'][number]['cells'][number];

interface SheetCellProps {
  readonly cell: Cell;
  readonly isRest: boolean;
  readonly table: TableAnswer;
  readonly marks: Sheet['marks'];
}

/** A value that opens to its figure; one made of several opens to each of them, a rest to the total that it is left of. */
export function SheetCell({ cell, isRest, table, marks }: SheetCellProps) {
  const { word, language } = useWords();
  const { data: office } = useQuery(officeQuery());
  const [first, ...others] = cell.opens;
  const shown = <CellText cell={cell} marks={marks} />;
  if (first === undefined) return shown;
  const link = (address: typeof first, children: ReactNode) => (
    <Link
      className="opens"
      to="/$language/indicators/$indicator"
      params={{ language, indicator: address.indicator }}
      search={figureSearch(address, table, office?.office)}
    >
      {children}
    </Link>
  );
  if (others.length === 0 && !isRest) return link(first, shown);
  return (
    <details className="made-of-several">
      <summary className="opens">{shown}</summary>
      {isRest ? (
        link(first, word('reports.rest-of'))
      ) : (
        <ul>
          {cell.opens.map((address) => (
            <li key={address.area}>{link(address, <AreaText code={address.area} />)}</li>
          ))}
        </ul>
      )}
    </details>
  );
}

function CellText({ cell, marks }: Pick<SheetCellProps, 'cell' | 'marks'>) {
  const { own } = useWords();
  const { value, unit, decimals, bound, mark } = cell;
  const note = marks.find((one) => one.mark === mark);
  const told = note === undefined ? undefined : own(note.words);
  const sign = mark === null ? null : <sup title={told}>{mark}</sup>;
  if (value !== null) {
    return (
      <>
        <QuantityText
          value={value}
          form={{ unit, decimals }}
          bound={bound}
          bare={unit !== 'share' && unit !== 'growth-rate'}
        />
        {sign}
      </>
    );
  }
  return (
    <span className="no-value" title={told}>
      <span aria-hidden="true">–</span>
      <span className="unseen">{told}</span>
      {sign}
    </span>
  );
}

function AreaText({ code }: { readonly code: string }) {
  const words = useWords();
  const areas = useQuery(areasQuery());
  return areaName(words, areas.data ?? [], code);
}
