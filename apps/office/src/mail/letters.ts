import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listAccounts, readOwnPerson } from '@zhiheng/accounts';
import { type LetterRound, type Mail, type Notice, NoticeLetters } from '@zhiheng/acts';
import { type Actor, languages, UserFault } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { sentenceOf, subject } from './notice-words.js';

const known = new WeakMap<Office, NoticeLetters>();

/** The letters of an office: one round at a time. */
export function lettersOf(office: Office): NoticeLetters {
  const found = known.get(office);
  if (found !== undefined) return found;
  const letters = new NoticeLetters(office.ledger, () => office.clock.now());
  known.set(office, letters);
  return letters;
}

/** Sends the notices that wait to those who have an address and have not read them. Throws `setting-wrong` where no address sends them. */
export function sendLetters(office: Office, actor: Actor, { again = false } = {}): Promise<LetterRound> {
  const from = office.settings.get('mail-from');
  if (from === '') {
    throw new UserFault('setting-wrong', {
      place: { field: 'mail-from' },
      expected: 'zhiheng office set mail-from ADDRESS',
      values: { what: 'no address is set that letters come from' },
    });
  }
  return lettersOf(office).round(office.mail, (notice) => letterOf(office, notice, from), actor, { again });
}

async function letterOf(
  office: Office,
  { id, account, words, args, madeAt, readAt }: Notice,
  from: string,
): Promise<Mail | null> {
  if (readAt !== null) return null;
  const room = office.people.accounts;
  const { state } = (await listAccounts(room)).find((one) => one.id === account) ?? { state: 'left' };
  const to = state === 'active' ? ((await readOwnPerson(room, account))?.mail ?? null) : null;
  if (to === null) return null;
  const text = languages.map((language) => sentenceOf(words, args, language)).join('\n\n');
  return { id: letterName(id), from, to, subject, text, time: madeAt };
}

/** Removes letters to an account that still lie in the outbox: they hold its address. */
export async function removeLetters(office: Office, account: string): Promise<void> {
  const notices = await office.people.notices.of(account, { limit: 1_000_000 });
  for (const { id } of notices) await rm(join(office.paths.outbox, `${letterName(id)}.eml`), { force: true });
}

const letterName = (notice: string) => `notice-${notice}`;
