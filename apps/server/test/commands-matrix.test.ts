import { carryOut, commandRules, identify } from '@zhiheng/office';
import { exitCodeOf, localOperator, UserFault, visitor } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedCommands, writtenOutCommands } from './asked-commands.js';
import { allows } from './policy-read-plainly.js';
import { StaffedOffice, staffRoles } from './staffed-office.js';

const askers = ['operator', ...staffRoles, 'public'];
const staffed = new StaffedOffice();
beforeAll(async () => {
  await staffed.open();
});
afterAll(() => staffed.remove());

async function identified(who: string) {
  if (who === 'operator') return { actor: localOperator('test'), session: null };
  if (who === 'public') return { actor: visitor(null), session: null };
  const credential = { kind: 'session', token: staffed.tokens.get(who) ?? '' } as const;
  return identify(staffed.office, credential, { kind: 'command', address: null });
}

/** The fault that a command ends with; null where it is carried out. */
async function faultOf(who: Awaited<ReturnType<typeof identified>>, name: string, input: object): Promise<unknown> {
  try {
    await carryOut(name, input, { office: staffed.office, ...who, onProgress: () => {} });
    return null;
  } catch (error) {
    return error;
  }
}

describe('every role at every command', () => {
  it('is asked at each that there is', () => {
    expect(Object.keys(commandRules).sort()).toEqual(Object.keys(askedCommands).sort());
  });

  it.each(Object.entries(askedCommands))('%s', async (name, { needs, met = '', input = {} }) => {
    const entered: string[] = [];
    for (const who of askers) {
      const actor = await identified(who);
      const fault = await faultOf(actor, name, input);
      const refused = fault instanceof UserFault && (fault.code === 'not-allowed' || fault.detail.found === needs);
      expect(refused, `${who} at ${name}: ${String(fault)}`).toBe(!allows(needs, who, met));
      if (refused)
        expect([fault.code, exitCodeOf(fault)]).toEqual([who === 'public' ? 'sign-in-needed' : 'not-allowed', 4]);
      else entered.push(who);
      // Commands that end a session end the only one that there is.
      if (name.startsWith('sign-out') && staffed.tokens.has(who)) staffed.tokens.set(who, await staffed.signIn(who));
    }
    if (writtenOutCommands[name] !== undefined) expect(entered).toEqual(writtenOutCommands[name]);
  });
});
