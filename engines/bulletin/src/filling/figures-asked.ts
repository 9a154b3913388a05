import { type Definition, type FigureRow, formatBreakdown, isComputed, originOfPart } from '@zhiheng/indicators';
import type { Breakdown, Dataset, Origin, Period, Statistic } from '@zhiheng/vocabulary';
import { breakdownText } from '../definition-file/read-aspects.js';
import type { CellAddress } from '../filled-table.js';
import type { Aspects } from '../table-definition.js';

/** One question about figures: all its areas in all its periods. */
export interface FigureQuestion {
  readonly indicator: string;
  readonly areas: readonly string[];
  readonly periods: readonly Period[];
  readonly by: string | null;
  readonly statistic: Statistic | null;
  readonly origin: Origin;
  readonly office: string;
  readonly dataset: Dataset;
}

/** Gives the rows of figures of one vintage; where there are none it gives none. */
export type AskFigures = (question: FigureQuestion) => Promise<readonly FigureRow[]>;

/** Where the values of a cell come from. */
export function originOf(aspects: Aspects, definition: Definition): Origin {
  const { origin } = aspects;
  return originOfPart(
    { indicator: definition.id, origin, breakdown: {}, statistic: null, period: 'same', area: null },
    definition,
  );
}

/** Collects what cells need and asks for it in as few questions as may be. */
export class FiguresAsked {
  readonly #questions = new Map<
    string,
    { question: Omit<FigureQuestion, 'areas' | 'periods'>; areas: Set<string>; periods: Set<Period> }
  >();
  readonly #rows = new Map<string, FigureRow>();
  readonly #ground: Pick<FigureQuestion, 'office' | 'dataset'>;

  constructor(ground: Pick<FigureQuestion, 'office' | 'dataset'>) {
    this.#ground = ground;
  }

  /** Notes that the figure of an address is needed. */
  need(address: CellAddress, definition: Definition): void {
    const by = questionedBy(address.breakdown, definition);
    const { indicator, statistic, origin } = address;
    const key = JSON.stringify([indicator, by, statistic, origin]);
    const known = this.#questions.get(key) ?? {
      question: { indicator, by, statistic, origin, ...this.#ground },
      areas: new Set<string>(),
      periods: new Set<Period>(),
    };
    known.areas.add(address.area);
    known.periods.add(address.period);
    this.#questions.set(key, known);
  }

  /** Asks for all that is needed, one question after the other. */
  async ask(figures: AskFigures): Promise<void> {
    for (const { question, areas, periods } of this.#questions.values()) {
      const rows = await figures({ ...question, areas: [...areas].sort(), periods: [...periods].sort() });
      for (const row of rows) this.#rows.set(keyOf({ ...row, origin: question.origin }), row);
    }
  }

  /** The row of an address; null where there is none. */
  of(address: CellAddress): FigureRow | null {
    return this.#rows.get(keyOf(address)) ?? null;
  }
}

/** Kinds of what is counted are asked for together: those that coverage names have a row each. */
function questionedBy(breakdown: Breakdown, definition: Definition): string | null {
  const dimensions = Object.keys(breakdown);
  return isComputed(definition) && dimensions.length === 1 && dimensions[0] === 'kind'
    ? 'kind'
    : breakdownText(breakdown);
}

function keyOf({ indicator, area, period, breakdown, statistic, origin }: CellAddress): string {
  return JSON.stringify([indicator, area, period, formatBreakdown(breakdown), statistic, origin]);
}
