import { type ReactNode, useEffect, useRef, useState } from 'react';
import { paperWidth, usePrinting } from '../frame/usePrinting.js';
import { useWords } from '../words/words.js';
import { ink } from './ink.js';
import { savePng, saveSvg } from './save-chart.js';

export interface ChartBlockProps {
  /** Name of the saved files, without ending. */
  readonly fileName: string;
  /** Keeps the room of the chart until it is drawn. */
  readonly className: string;
  /** Draws the chart at the width there is. */
  readonly draw: (width: number) => ReactNode;
  /** Address of the values as CSV; left out where the table is all there is. */
  readonly csv?: string;
  /** The same values as a table. */
  readonly table?: ReactNode;
  readonly notes?: ReactNode;
}

/** A box narrower than this is folded away or in the middle of a change; nothing can be drawn in it. */
const leastWidth = 120;

/** A chart with its table and its downloads. */
export function ChartBlock({ fileName, className, csv, draw, table, notes }: ChartBlockProps) {
  const { word } = useWords();
  const [width, setWidth] = useState<number | null>(null);
  const printing = usePrinting();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.floor(entry?.contentRect.width ?? 0);
      if (found >= leastWidth) setWidth(found);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const chart = () => box.current?.querySelector<SVGSVGElement>('svg') ?? null;
  const save = (kind: 'svg' | 'png') => {
    const found = chart();
    if (found === null) return;
    if (kind === 'svg') saveSvg(found, fileName);
    else void savePng(found, fileName, ink.paper);
  };
  return (
    <figure className="chart">
      <div className={`chart-box ${className}`} ref={box}>
        {width === null ? null : draw(printing ? Math.min(width, paperWidth) : width)}
      </div>
      {notes}
      {printing && table !== undefined ? <div className="printed-table">{table}</div> : null}
      <div className="chart-tools">
        <button type="button" className="quiet" onClick={() => save('svg')}>
          {word('chart.save.svg')}
        </button>
        <button type="button" className="quiet" onClick={() => save('png')}>
          {word('chart.save.png')}
        </button>
        {csv === undefined ? null : (
          <a className="quiet" href={csv} download={`${fileName}.csv`}>
            {word('save.values')}
          </a>
        )}
        {table === undefined ? null : (
          <details>
            <summary>{word('chart.table')}</summary>
            {table}
          </details>
        )}
      </div>
    </figure>
  );
}
