import type { FigureExplanation, FigureHistory, VintageComparison } from '../answers-vintages.js';
import { withCodeNames } from '../classification/named-codes.js';
import { type CompareInput, compareVintages } from '../comparing/compare-vintages.js';
import { withCountedReasons } from '../comparing/counted-rows.js';
import { type ExplainInput, explainFigure } from '../comparing/explain-figure.js';
import { figureHistory, type HistoryInput } from '../comparing/figure-history.js';
import { type Command, done } from './command.js';

/** The values that differ between two vintages; `counted`: each with the numbers of records behind its reasons. */
export const vintageCompare: Command<CompareInput & { readonly counted?: boolean }, VintageComparison> = async (
  { counted = false, ...input },
  { office },
) => {
  const comparison = await compareVintages(office, input);
  const told = counted ? await withCountedReasons(office, comparison) : comparison;
  return done({ ...told, rows: withCodeNames(office, told.rows) });
};

/** Why a figure differs between two vintages, down to the records as far as the scope shows them. */
export const explain: Command<ExplainInput, FigureExplanation> = async (input, { office, scope }) =>
  done(await explainFigure(office, input, scope));

/** What a figure was in each vintage and each published edition, the newest first. */
export const vintageHistory: Command<HistoryInput, FigureHistory> = async (input, context) =>
  done(await figureHistory(input, context));
