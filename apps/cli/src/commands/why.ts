import type { ExplainedTest, FollowedCase } from '@zhiheng/indicators';
import type { WhyAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** why. */
export function registerWhyCommand(program: Command): void {
  program
    .command('why')
    .description('why a record counts in a figure, or which test leaves it out')
    .argument('<indicator>')
    .argument('<id>', 'CN:202310123456')
    .requiredOption('--area <area>', 'one area')
    .requiredOption('--period <period>', 'one period')
    .option('--by <breakdown>', 'kind=invention')
    .option('--part <part>', 'numerator, denominator or base')
    .option('--statistic <statistic>', 'survival-median: in its cohort, and how long it is followed')
    .option('--office <office>', 'granting office (ST.3)')
    .option('--dataset <dataset>', 'real or synthetic')
    .option('--vintage <name>', 'left out: the newest')
    .action(async (indicator: string, id: string, options: object, command: Command) => {
      await carryOut<WhyAnswer>(globalOptions(command), 'why', { ...options, indicator, id }, showWhy);
    });
}

function showWhy(answer: WhyAnswer): string {
  const { id, indicator, admitted, leftOutBy, sql, share, owner, measure, followed } = answer;
  const where = followed === null ? indicator : `the cohort of ${indicator}`;
  const lines = [
    admitted ? `${id} counts in ${where}` : `${id} does not count in ${indicator}: ${leftOutBy}`,
    textTable(answer.tests.flatMap(withParts), ['holds', 'test', 'values']),
    `counted on ${answer.countedOn ?? 'no day'}, in ${answer.countsIn.map(({ area }) => area).join(', ')}`,
    ...(share === null ? [] : [`a share of ${share} of it`]),
    ...(owner === null ? [] : [`owned by ${owner.name ?? 'nobody named'} from ${owner.from ?? 'filing'}`]),
    ...(followed !== null ? [followedOf(followed)] : measure === null ? [] : [`${measure.months} months`]),
    ...(sql.agrees
      ? []
      : [
          `The SQL of the figure says otherwise, a fault of this software: ${sql.admitted ? 'it counts' : (sql.leftOutBy ?? 'it is not looked at')}`,
        ]),
  ];
  return lines.join('\n');
}

function followedOf({ firstDay, lastDay, until, outcome, months }: FollowedCase): string {
  const told = {
    ended: `ended on ${until}`,
    left: `censored on ${until}, when it ended otherwise`,
    open: `censored on ${until}, still open`,
  };
  return `followed for ${months} months among the cases of ${firstDay} to ${lastDay}: ${told[outcome]}`;
}

function withParts({ text, holds, values, parts }: ExplainedTest) {
  return [
    { holds: answerOf(holds), test: text, values: seen(values) },
    ...parts.map((part) => ({ holds: answerOf(part.holds), test: `  ${part.text}`, values: seen(part.values) })),
  ];
}

const answerOf = (holds: boolean | null) => (holds === null ? 'not known' : holds ? 'yes' : 'no');

function seen(values: ExplainedTest['values']): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
}
