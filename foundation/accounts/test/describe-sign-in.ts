import { describe, expect, it } from 'vitest';
import {
  actorOf,
  changePassword,
  disableAccount,
  enableAccount,
  inviteAccount,
  leaveAccount,
  listSessions,
  renewLink,
  signIn,
  signOut,
  signOutEverywhere,
  useLink,
} from '../src/index.js';
import {
  goodPassword,
  madeLink,
  operator,
  page,
  personOf,
  type TestEngine,
  type TestOffice,
  testOffices,
} from './test-office.js';

const other = 'another seven lanterns';

function trying(office: TestOffice, name: string, password: string, address = '10.0.0.7') {
  return signIn(office, { name, password, surface: { kind: 'page', address } }).then(
    (signed) => signed.account,
    (fault: { code: string }) => fault.code,
  );
}

/** On one engine: see README.md of the ledger. */
export function describeSignIn(engine: TestEngine): void {
  const offices = testOffices(engine);
  describe(`${engine}: an invitation`, () => {
    const invited = { id: 'li', organisation: 'guangdong', person: personOf('li') };

    it('sets the password once', async () => {
      const office = await offices.open();
      const { token, expiresAt } = await inviteAccount(office, operator, invited);
      expect(expiresAt).toBe('2023-11-04T01:00:00.000Z');
      expect(await trying(office, 'li', goodPassword)).toBe('sign-in-refused');
      await expect(useLink(office, { token, password: 'short', surface: page })).rejects.toMatchObject({
        code: 'password-weak',
      });
      expect(await useLink(office, { token, password: goodPassword, surface: page })).toBe('li');
      expect(await trying(office, ' LI ', goodPassword)).toBe('li');
      const again = useLink(office, { token, password: other, surface: page });
      await expect(again).rejects.toMatchObject({
        code: 'link-wrong',
        detail: { values: { what: 'it was used, or replaced by a newer one' } },
      });
      expect(await trying(office, 'li', other)).toBe('sign-in-refused');
      expect(await office.acts('account-accepted')).toEqual([
        { person: 'account:li', object: 'li', before: { state: 'invited' }, after: { state: 'active' } },
      ]);
    });

    it('is used by one of two at once', async () => {
      const office = await offices.open();
      const { token } = await inviteAccount(office, operator, invited);
      const both = await Promise.allSettled(
        [goodPassword, other].map((password) => useLink(office, { token, password, surface: page })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await office.ledger.acts('account-accepted')).toHaveLength(1);
    });

    it('ends with its time, with a newer one, and is no other word', async () => {
      const office = await offices.open();
      const { token } = await inviteAccount(office, operator, invited);
      const use = (word: string) => useLink(office, { token: word, password: goodPassword, surface: page });
      await expect(use(`${token.slice(0, -1)}_`)).rejects.toMatchObject({
        detail: { values: { what: 'it is not known' } },
      });
      const newer = madeLink(await renewLink(office, operator, 'li'));
      await expect(use(token)).rejects.toMatchObject({ code: 'link-wrong' });
      office.now = newer.expiresAt;
      await expect(use(newer.token)).rejects.toMatchObject({ detail: { values: { what: 'its time is over' } } });
    });

    it('keeps no secret and nothing personal outside of the erasable table', async () => {
      const office = await offices.open();
      const { token } = await inviteAccount(office, operator, invited);
      const text = JSON.stringify([
        await office.ledger.acts(),
        await office.ledger
          .database<{ account_links: unknown; accounts: unknown }>()
          .selectFrom('account_links')
          .selectAll()
          .execute(),
        await office.ledger.database<{ accounts: unknown }>().selectFrom('accounts').selectAll().execute(),
      ]);
      expect(text).toContain('"li"');
      for (const secret of [token, token.slice(4), '某', 'example.org']) expect(text).not.toContain(secret);
    });

    it('is refused for names that are taken or no names', async () => {
      const office = await offices.open();
      await inviteAccount(office, operator, invited);
      await expect(inviteAccount(office, operator, invited)).rejects.toMatchObject({ code: 'name-taken' });
      await expect(inviteAccount(office, operator, { ...invited, id: 'Li Wei' })).rejects.toMatchObject({
        code: 'account-wrong',
      });
      await expect(
        inviteAccount(office, operator, { ...invited, id: 'wang', person: { ...personOf('wang'), mail: 'wang' } }),
      ).rejects.toThrow(/no mail address/);
    });
  });

  describe(`${engine}: signing in`, () => {
    it('gives the same answer to an unknown name, a wrong password and accounts that rest', async () => {
      const office = await offices.open();
      for (const id of ['li', 'wang', 'sun']) await office.account(id);
      await disableAccount(office, operator, 'wang');
      await leaveAccount(office, operator, 'sun');
      await inviteAccount(office, operator, { id: 'zhou', organisation: 'planning', person: personOf('zhou') });
      const answers = [];
      for (const [name, password] of [
        ['nobody', goodPassword],
        ['li', other],
        ['wang', goodPassword],
        ['sun', goodPassword],
        ['zhou', goodPassword],
      ] as const) {
        const fault = await signIn(office, { name, password, surface: page }).catch((error: Error) => error);
        answers.push(JSON.stringify({ ...(fault as object), message: (fault as Error).message }));
      }
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('sign-in-refused');
      const acts = await office.acts('sign-in-failed');
      expect(acts.map((act) => (act as { object: string }).object)).toEqual(['unknown', 'li', 'wang', 'sun', 'zhou']);
      expect(JSON.stringify(acts)).not.toContain('nobody');
      await enableAccount(office, operator, 'wang');
      expect(await trying(office, 'wang', goodPassword)).toBe('wang');
    });

    it('is slowed down by account, known or not: five are free, then one, two, four minutes', async () => {
      for (const name of ['li', 'nobody']) {
        const office = await offices.open();
        await office.account('li');
        const seen: string[] = [];
        const tries = async (...minutes: number[]) => {
          for (const minute of minutes) {
            office.wait(minute);
            seen.push(await trying(office, name, other));
          }
        };
        await tries(0, 0, 0, 0, 0, 0, 0.9, 0.1, 1.9, 0.1);
        const [refused, throttled] = ['sign-in-refused', 'sign-in-throttled'];
        expect(seen).toEqual([...Array(5).fill(refused), throttled, throttled, refused, throttled, refused]);
        // The right password does not help while one has to wait: 4 minutes after the seventh failure.
        office.wait(3.9);
        expect(await trying(office, name, goodPassword)).toBe(throttled);
        office.wait(0.1);
        expect(await trying(office, name, goodPassword)).toBe(name === 'li' ? 'li' : refused);
        // Turned away: two, one, one; each told by the act that came next.
        const kinds = name === 'li' ? ['sign-in-failed', 'sign-in'] : ['sign-in-failed'];
        const told = (await Promise.all(kinds.map((kind) => office.ledger.acts(kind)))).flat();
        expect(told.map(({ after }) => (after as { turnedAway: number }).turnedAway)).toEqual([0, 0, 0, 0, 0, 2, 1, 1]);
        expect(JSON.stringify(told)).not.toContain(other);
      }
    });

    it('lets no more through when many try at once', async () => {
      const office = await offices.open();
      await office.account('li');
      const seen = await Promise.all(Array.from({ length: 12 }, () => trying(office, 'li', other)));
      expect(seen.filter((code) => code === 'sign-in-refused')).toHaveLength(5);
      expect(seen.filter((code) => code === 'sign-in-throttled')).toHaveLength(7);
    });

    it('is slowed down by address over many names; another address is not', async () => {
      const office = await offices.open();
      await office.account('li');
      office.settings = { ...office.settings, throttleByAddress: { ...office.settings.throttleByAddress, free: 4 } };
      const seen = [];
      for (let at = 0; at < 5; at += 1) seen.push(await trying(office, `name${at}`, other, '192.0.2.9'));
      expect(seen.indexOf('sign-in-throttled')).toBe(4);
      expect(await trying(office, 'li', goodPassword, '192.0.2.9')).toBe('sign-in-throttled');
      expect(await trying(office, 'li', goodPassword, '192.0.2.10')).toBe('li');
    });
  });

  describe(`${engine}: a session`, () => {
    it('ends after 30 minutes without a request', async () => {
      const office = await offices.open();
      await office.account('li');
      const { token } = await office.signIn('li');
      for (let at = 0; at < 3; at += 1) {
        office.wait(29);
        expect(await office.actor(token)).toMatchObject({ person: 'account:li', organisation: 'planning' });
      }
      office.wait(30);
      expect(await office.actor(token)).toBeNull();
      expect(await listSessions(office, 'li')).toEqual([]);
    });

    it('ends after 12 hours however busy', async () => {
      const office = await offices.open();
      await office.account('li');
      const { token } = await office.signIn('li');
      for (let at = 0; at < 35; at += 1) {
        office.wait(20);
        expect(await office.actor(token)).not.toBeNull();
      }
      office.wait(20);
      expect(await office.actor(token)).toBeNull();
    });

    it('is signed out alone, or with all others of its account', async () => {
      const office = await offices.open();
      for (const id of ['li', 'wang']) await office.account(id);
      const [one, two, three, foreign] = [
        await office.signIn('li'),
        await office.signIn('li'),
        await office.signIn('li'),
        await office.signIn('wang'),
      ];
      expect((await listSessions(office, 'li')).map(({ id }) => id).sort()).toEqual(
        [one, two, three].map(({ session }) => session).sort(),
      );
      await expect(signOut(office, one.actor, 'li', foreign.session)).rejects.toMatchObject({ code: 'not-found' });
      await signOut(office, one.actor, 'li', two.session);
      expect(await office.actor(two.token)).toBeNull();
      await expect(signOut(office, one.actor, 'li', two.session)).rejects.toMatchObject({ code: 'not-found' });
      expect(await signOutEverywhere(office, one.actor, 'li')).toBe(2);
      expect(await office.actor(one.token)).toBeNull();
      expect(await office.actor(three.token)).toBeNull();
      expect(await office.actor(foreign.token)).not.toBeNull();
    });

    it('is known by its secret alone', async () => {
      const office = await offices.open();
      await office.account('li');
      const { token, session } = await office.signIn('li');
      for (const word of ['', session, `${token}x`, token.replace('zhs', 'zhk'), token.toUpperCase()]) {
        expect(await actorOf(office, { session: word }, page), word).toBeNull();
        expect(await actorOf(office, { key: word }, page), word).toBeNull();
      }
      const tables = office.ledger.database<{ account_sessions: unknown }>();
      expect(JSON.stringify(await tables.selectFrom('account_sessions').selectAll().execute())).not.toContain(token);
    });
  });

  describe(`${engine}: a password`, () => {
    it('is changed with the current one and ends the other sessions', async () => {
      const office = await offices.open();
      await office.account('li');
      const [here, there] = [await office.signIn('li'), await office.signIn('li')];
      const changing = (current: string, next: string) =>
        changePassword(office, here.actor, { account: 'li', current, next, session: here.session });
      await expect(changing(other, other)).rejects.toMatchObject({ code: 'sign-in-refused' });
      await expect(changing(goodPassword, 'li li li li li')).rejects.toMatchObject({ code: 'password-weak' });
      await changing(goodPassword, other);
      expect(await office.actor(here.token)).not.toBeNull();
      expect(await office.actor(there.token)).toBeNull();
      expect(await trying(office, 'li', goodPassword)).toBe('sign-in-refused');
      expect(await trying(office, 'li', other)).toBe('li');
      expect(await office.acts('password-changed')).toEqual([
        { person: 'account:li', object: 'li', before: null, after: { ended: [there.session] } },
      ]);
    });

    it('cannot be guessed through a session that was left open', async () => {
      const office = await offices.open();
      await office.account('li');
      const { actor, session } = await office.signIn('li');
      const guess = () => changePassword(office, actor, { account: 'li', current: other, next: other, session });
      for (let at = 0; at < 5; at += 1) await expect(guess()).rejects.toMatchObject({ code: 'sign-in-refused' });
      await expect(guess()).rejects.toMatchObject({ code: 'sign-in-throttled' });
      expect(await office.ledger.acts('password-change-failed')).toHaveLength(5);
    });

    it('that was forgotten is set by a one-time link, which ends every session', async () => {
      const office = await offices.open();
      await office.account('li');
      const { token: session } = await office.signIn('li');
      const { token } = madeLink(await renewLink(office, operator, 'li'));
      // Nobody who holds the account is left unaware of it.
      expect(await office.actor(session)).toBeNull();
      const { token: later } = await office.signIn('li');
      expect(await office.actor(later)).not.toBeNull();
      await useLink(office, { token, password: other, surface: page });
      expect(await office.actor(later)).toBeNull();
      expect(await trying(office, 'li', other)).toBe('li');
      expect(await office.acts('password-set')).toHaveLength(1);
    });
  });
}
