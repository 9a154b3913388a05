import { holders, matrix } from '@zhiheng/rights';
import type { MatrixAnswer } from '../../answers-people.js';
import { commandsAsking } from '../../commands-asking.js';
import { type Command, done } from '../command.js';

/** Who may do what, as the policy stands. */
export const rightsMatrix: Command<object, MatrixAnswer> = async () =>
  done({
    columns: holders,
    rows: matrix().map(({ outcomes, ...row }) => ({
      ...row,
      outcomes: holders.map((holder) => outcomes[holder]),
      commands: commandsAsking(row.permission),
    })),
  });
