import type { LettersAnswer, LettersSentAnswer } from '../../answers-people.js';
import { lettersOf, sendLetters } from '../../mail/letters.js';
import { type Command, done } from '../command.js';

/** Sends the notices that wait as letters; `again`: those that failed too, at once. Exit 1 when a letter failed. */
export const noticesMail: Command<{ again?: boolean }, LettersSentAnswer> = async (
  { again = false },
  { office, actor },
) => {
  const round = await sendLetters(office, actor, { again });
  return { json: round, exit: round.failed > 0 ? 1 : 0 };
};

/** Which letters wait, and which failed. */
export const noticesLetters: Command<object, LettersAnswer> = async (_, { office }) =>
  done({
    from: office.settings.get('mail-from'),
    every: office.settings.get('mail-every'),
    by: office.mailBy,
    ...(await lettersOf(office).standing()),
  });
