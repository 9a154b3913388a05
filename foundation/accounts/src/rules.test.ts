import { randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountState, type AccountStep, stateAfter } from './account-state.js';
import { addressGroup } from './address-group.js';
import { demandPassword, hashPassword, passwordFits } from './password.js';
import { demandRole, demandSameAreas, type RoleGrant } from './role-grant.js';
import { defaultSettings } from './settings.js';
import { attempt, type ThrottleState } from './throttle.js';
import { hashToken, newToken, sameHash } from './token.js';
import { dayAt, demandValidity, holdsOn, overlap } from './validity.js';

describe('throttling', () => {
  const rule = { free: 3, window: 10_000, firstWait: 100, longestWait: 1000 };

  it('waits twice as long after each failure, up to the longest, and forgets after the window', () => {
    let state: ThrottleState | null = null;
    let now = 50_000;
    const waits: number[] = [];
    for (let at = 0; at < 8; at += 1) {
      const next = attempt(state, now, rule);
      expect(next.blockedUntil).toBeNull();
      waits.push(next.state.blockedUntil - now);
      state = next.state;
      now = Math.max(now, state.blockedUntil);
    }
    expect(waits).toEqual([0, 0, 100, 200, 400, 800, 1000, 1000]);
    expect(attempt(state, now - 1, rule)).toEqual({ blockedUntil: now, state: { ...state, turnedAway: 1 } });
    expect(attempt(state, now + 9_999, rule).state.failures).toBe(9);
    expect(attempt(state, now + 10_000, rule).state.failures).toBe(1);
  });

  it('of the shipped settings forgets later than it waits', () => {
    for (const { window, longestWait } of [defaultSettings.throttleByAccount, defaultSettings.throttleByAddress]) {
      expect(window).toBeGreaterThan(longestWait);
    }
  });

  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:db8:0:7::1', '2001:db8:0:7'],
    ['2001:DB8:0000:0007:1:2:3:4', '2001:db8:0:7'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('takes %s as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});

describe('tokens', () => {
  it('carry 256 bits, are told apart by what they are for, and are stored as SHA-256', () => {
    const { token, hash } = newToken('session', () => new Uint8Array(32).fill(255));
    expect(token).toBe(`zhs_${'_'.repeat(42)}8`);
    expect(hash).toBe(hashToken(token));
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(newToken('key', randomBytes).token).not.toBe(newToken('key', randomBytes).token);
    expect(sameHash('ab', 'ab')).toBe(true);
    expect(sameHash('ab', 'ac')).toBe(false);
    expect(sameHash('ab', 'abc')).toBe(false);
  });
});

describe('passwords', () => {
  const fault = (password: string) => {
    try {
      demandPassword(password, ['li.wei'], defaultSettings);
      return null;
    } catch (error) {
      return (error as { detail: { values: { what: string } } }).detail.values.what;
    }
  };

  it.each([
    ['elevenchars', 'it has fewer than 12 characters'],
    ['十一个字的口令不够长了', 'it has fewer than 12 characters'],
    ['a'.repeat(300), 'it has more than 256 characters'],
    ['ababababababab', 'it repeats the same few characters'],
    ['abcdefghijklmnop', 'it counts up or down'],
    ['9876543210987', 'it counts up or down'],
    ['Li.Wei-li.wei1', 'it is hardly more than the name of the account'],
    ['梅园七盏灯笼照雪夜归人来', null],
    ['plum orchard seven', null],
  ])('%s: %s', (password, expected) => {
    expect(fault(password)).toBe(expected);
  });

  it('are argon2id of 19 MiB, two passes and one lane, whatever form of letters', async () => {
    const stored = await hashPassword('Caf\u00e9 orchard seven', (bytes) => new Uint8Array(bytes).fill(7));
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$BwcHBwcHBwcHBwcHBwcHBw\$/);
    expect(await passwordFits('Cafe\u0301 orchard seven', stored)).toBe(true);
    expect(await passwordFits('Cafe orchard seven', stored)).toBe(false);
    expect(await verify(stored, 'Caf\u00e9 orchard seven')).toBe(true);
    expect(await passwordFits('', null)).toBe(false);
  });
});

describe('the states of an account', () => {
  it('follow one another like this and not otherwise', () => {
    const states: AccountState[] = ['invited', 'active', 'disabled', 'left'];
    const steps: AccountStep[] = ['accept', 'disable', 'enable', 'leave'];
    expect(states.map((state) => steps.map((step) => stateAfter(state, step)))).toEqual([
      ['active', null, null, 'left'],
      [null, 'disabled', null, 'left'],
      [null, null, 'active', 'left'],
      [null, null, null, null],
    ]);
  });
});

describe('days of validity', () => {
  it('are those of the office', () => {
    expect(dayAt(new Date('2023-10-31T15:59:59Z'), 'Asia/Shanghai')).toBe('2023-10-31');
    expect(dayAt(new Date('2023-10-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2023-11-01');
    expect(dayAt(new Date('2023-10-31T16:00:00Z'), 'UTC')).toBe('2023-10-31');
  });

  it('include the first and the last; without a last they go on', () => {
    const november = { from: '2023-11-01', to: '2023-11-30' };
    expect(['2023-10-31', '2023-11-01', '2023-11-30', '2023-12-01'].map((day) => holdsOn(november, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(holdsOn({ ...november, to: null }, '2099-01-01')).toBe(true);
  });

  it('overlap when some day lies in both', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((number) => `2023-11-0${number}`);
    const stretch = fc
      .tuple(day, fc.option(day))
      .map(([from, to]) => ({ from, to: to !== null && to < from ? from : to }));
    const days = Array.from({ length: 9 }, (_, at) => `2023-11-0${at + 1}`);
    fc.assert(
      fc.property(stretch, stretch, (a, b) => {
        expect(overlap(a, b)).toBe(days.some((one) => holdsOn(a, one) && holdsOn(b, one)));
      }),
    );
  });

  it.each([
    [{ from: '2023-02-29', to: null }, undefined],
    [{ from: '2023-11-02', to: '2023-11-01' }, undefined],
    [{ from: '2023-11-01', to: null }, 30],
    [{ from: '2023-11-01', to: '2023-12-01' }, 30],
  ])('%j within %s days is refused', (validity, longest) => {
    expect(() => demandValidity(validity, longest)).toThrow(expect.objectContaining({ code: 'validity-wrong' }));
  });

  it('may be one day, or as many as are allowed', () => {
    expect(() => demandValidity({ from: '2024-02-29', to: '2024-02-29' }, 1)).not.toThrow();
    expect(() => demandValidity({ from: '2023-11-01', to: '2023-11-30' }, 30)).not.toThrow();
  });
});

describe('roles that can be given', () => {
  it.each([
    ['public', 'everywhere'],
    ['king', 'everywhere'],
    ['region', 'everywhere'],
    ['planner', []],
    ['planner', ['CN']],
    ['planner', ['44']],
  ])('do not include %s in %j', (role, areas) => {
    expect(() => demandRole(role, areas as 'everywhere' | string[])).toThrow(
      expect.objectContaining({ code: 'role-wrong' }),
    );
  });

  it('have the same areas on the same day', () => {
    const held = (areas: RoleGrant['areas'], more: Partial<RoleGrant> = {}): RoleGrant[] => [
      {
        id: '1',
        account: 'li',
        role: 'planner',
        areas,
        from: '2023-01-01',
        to: '2023-06-30',
        state: 'granted',
        proposedBy: 'p',
        decidedBy: null,
        due: null,
        ...more,
      },
    ];
    const wanted = (from: string) => ({ areas: ['450000', '440000'], from, to: null });
    const refused = expect.objectContaining({ code: 'role-wrong' });
    expect(() => demandSameAreas(held('everywhere'), wanted('2023-06-30'))).toThrow(refused);
    expect(() => demandSameAreas(held(['440000']), wanted('2023-06-30'))).toThrow(refused);
    expect(() => demandSameAreas(held(['440000']), wanted('2023-07-01'))).not.toThrow();
    expect(() => demandSameAreas(held(['440000', '450000']), wanted('2023-06-30'))).not.toThrow();
    expect(() => demandSameAreas(held('everywhere', { state: 'withdrawn' }), wanted('2023-06-30'))).not.toThrow();
  });
});
