import type { MeasuredSynthesis } from '@zhiheng/office';
import { publishedGrants } from './published-figures.js';

const [width, height] = [380, 240];

/** One bar after another; `mark` is drawn as a line across each bar, the published value where there is one. */
interface Bars {
  readonly title: string;
  readonly values: readonly number[];
  readonly names: readonly string[];
  readonly marks?: readonly number[];
}

/** A sheet of SVG with the distributions of a synthetic office, to be looked at. */
export function synthesisSheet(made: MeasuredSynthesis): string {
  const { truth, months, lags, parties, likeness } = made;
  const panels = [
    bars(grants(made)),
    bars({ title: 'Applications by month of filing', values: months, names: months.map((_, at) => String(at + 1)) }),
    bars(histogram('Months from request to closing, 2022', lags, 48, 2)),
    tail(parties),
    bars({
      title: 'Inventions in force at the end of the year',
      values: Object.values(truth.inForce.invention),
      names: Object.keys(truth.inForce.invention).map((day) => day.slice(0, 4)),
    }),
    bars({
      title: 'Registrations of marks',
      values: Object.values(truth.marks.registrations),
      names: Object.keys(truth.marks.registrations),
    }),
    bars(areas(made)),
    bars(histogram('Jaccard of unrelated abstracts (roots)', likeness, 0.4, 0.02, Math.sqrt)),
    bars({
      title: 'Pledges, 100 million yuan',
      values: Object.values(truth.deeds.质押 ?? {}).map(({ amount }) => amount / 1e8),
      names: Object.keys(truth.deeds.质押 ?? {}),
    }),
  ];
  const placed = panels.map((panel, at) => {
    const [x, y] = [(at % 3) * width, Math.floor(at / 3) * height];
    return `<g transform="translate(${x} ${y + 30})">${panel}</g>`;
  });
  const [sheetWidth, sheetHeight] = [width * 3, height * Math.ceil(panels.length / 3) + 30];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheetWidth} ${sheetHeight}" font-family="sans-serif" font-size="10">
<rect width="100%" height="100%" fill="#fff"/><text x="16" y="20" font-size="14">模拟数据 / synthetic office: ${truth.patents} applications, seed ${truth.seed}</text>
${placed.join('\n')}
</svg>
`;
}

function grants({ truth }: MeasuredSynthesis): Bars {
  const years = ['2021', '2022', '2023'] as const;
  const kinds = ['invention', 'utility_model', 'design'] as const;
  const share = (of: (kind: (typeof kinds)[number]) => number, kind: (typeof kinds)[number]) =>
    of(kind) / kinds.reduce((sum, one) => sum + of(one), 0);
  const cells = years.flatMap((year) => kinds.map((kind) => ({ year, kind })));
  return {
    title: 'Share of grants by kind; line: published',
    values: cells.map(({ year, kind }) => share((one) => truth.grants[one][year] ?? 0, kind)),
    marks: cells.map(({ year, kind }) => share((one) => publishedGrants[one][year], kind)),
    names: cells.map(({ year, kind }) => `${kind.charAt(0)}${year.slice(2)}`),
  };
}

function areas({ truth }: MeasuredSynthesis): Bars {
  const totals = Object.entries(truth.applicationsByArea).map(([area, years]): [string, number] => [
    area,
    Object.values(years).reduce((sum, count) => sum + count, 0),
  ]);
  const largest = totals.sort(([, a], [, b]) => b - a).slice(0, 20);
  return {
    title: 'Applications by area',
    values: largest.map(([, count]) => count),
    names: largest.map(([area]) => area.slice(0, 2)),
  };
}

function histogram(
  title: string,
  values: readonly number[],
  most: number,
  step: number,
  scale = (count: number) => count,
): Bars {
  const counts = new Array<number>(Math.round(most / step)).fill(0);
  for (const value of values) {
    const at = Math.min(counts.length - 1, Math.floor(value / step));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const names = counts.map((_, at) => (at % 4 === 0 ? String(Math.round(at * step * 100) / 100) : ''));
  return { title, values: counts.map(scale), names };
}

function bars({ title, values, names, marks }: Bars): string {
  const most = Math.max(...values, ...(marks ?? []), Number.MIN_VALUE);
  const step = (width - 40) / Math.max(1, values.length);
  const y = (value: number) => 190 - (148 * value) / most;
  const drawn = values.map((value, at) => {
    const x = 20 + at * step;
    const mark = marks?.[at];
    const line =
      mark === undefined
        ? ''
        : `<line x1="${x.toFixed(1)}" x2="${(x + step).toFixed(1)}" y1="${y(mark).toFixed(1)}" y2="${y(mark).toFixed(1)}" stroke="#b00"/>`;
    return `<rect x="${(x + 1).toFixed(1)}" y="${y(value).toFixed(1)}" width="${Math.max(1, step - 2).toFixed(1)}" height="${(190 - y(value)).toFixed(1)}" fill="#468"/>${line}<text x="${(x + step / 2).toFixed(1)}" y="204" text-anchor="middle">${names[at] ?? ''}</text>`;
  });
  return `<text x="20" y="18" font-size="12">${title}</text><text x="20" y="32" fill="#666">most ${most.toPrecision(4)}</text>${drawn.join('')}`;
}

/** Size against rank, both in logarithms. */
function tail(sizes: readonly number[]): string {
  const points: string[] = [];
  const [ranks, most] = [Math.log10(Math.max(2, sizes.length)), Math.log10(Math.max(2, sizes[0] ?? 2))];
  for (let rank = 1; rank <= sizes.length; rank = Math.ceil(rank * 1.15)) {
    const x = 20 + ((width - 40) * Math.log10(rank)) / ranks;
    const y = 190 - (150 * Math.log10(sizes[rank - 1] ?? 1)) / most;
    points.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  }
  return `<text x="20" y="18" font-size="12">Applications of a party by its rank, both in logarithms</text><text x="20" y="32" fill="#666">${sizes.length} parties, the largest ${sizes[0] ?? 0}</text><polyline points="${points.join(' ')}" fill="none" stroke="#468" stroke-width="2"/>`;
}
