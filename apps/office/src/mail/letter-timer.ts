import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { sendLetters } from './letters.js';

/** Sends letters while a server runs, at the interval that the office has set. */
export class LetterTimer {
  readonly #office: Office;
  readonly #actor: Actor;
  #last: number | null = null;

  /** `actor`: in whose name the letters are sent. */
  constructor(office: Office, actor: Actor) {
    this.#office = office;
    this.#actor = { ...actor, surface: { kind: 'job', address: null } };
  }

  /** Sends what waits when its time has come; true when it did. What fails is kept with the letters. */
  async tick(): Promise<boolean> {
    const { settings, clock } = this.#office;
    const every = settings.get('mail-every');
    if (every === 'off' || settings.get('mail-from') === '') return false;
    const now = clock.now().getTime();
    if (this.#last !== null && now - this.#last < Number(every) * 60_000) return false;
    this.#last = now;
    await sendLetters(this.#office, this.#actor);
    return true;
  }
}
