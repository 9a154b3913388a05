import { access, constants, statfs } from 'node:fs/promises';
import { Session } from '@zhiheng/lake';
import { reportFault } from '@zhiheng/vocabulary';
import { currentReference } from '../reference.js';
import { verifyRelease } from '../releases.js';
import type { Command, CommandContext } from './command.js';

export interface DoctorCheck {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
  readonly expected: string;
}

export interface DoctorAnswer {
  readonly ok: boolean;
  readonly checks: readonly DoctorCheck[];
}

const gigabyte = 1024 ** 3;

type Finding = Omit<DoctorCheck, 'check'>;
const checks: Readonly<Record<string, (context: CommandContext) => Promise<Finding>>> = {
  node: async () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    return {
      ok: major > 20 || (major === 20 && minor >= 19),
      found: process.versions.node,
      expected: '20.19 or later',
    };
  },
  'folder is writable': async ({ office }) => {
    await access(office.paths.folder, constants.W_OK);
    return { ok: true, found: office.paths.folder, expected: 'a folder that can be written' };
  },
  'free disk': async ({ office }) => {
    const { bavail, bsize } = await statfs(office.paths.folder);
    const free = (bavail * bsize) / gigabyte;
    return { ok: free > 1, found: `${free.toFixed(1)} GB`, expected: 'more than 1 GB' };
  },
  ledger: async ({ office }) => {
    const faults = await office.ledger.faults();
    return { ok: faults.length === 0, found: faults.join('; ') || 'sound', expected: 'sound' };
  },
  'SQL engine': async () => {
    const session = await Session.open();
    const [row] = await session.rows<{ version: string }>('SELECT version() AS version');
    session.close();
    return { ok: row !== undefined, found: row?.version ?? 'no answer', expected: 'an answer' };
  },
  definitions: async ({ office }) => {
    const count = currentReference(office).definitions().length;
    return { ok: count > 0, found: `${count} definitions`, expected: 'definitions without faults' };
  },
  programmes: async ({ office }) => {
    const count = currentReference(office).programmes().length;
    return { ok: count > 0, found: `${count} programmes`, expected: 'programmes without faults' };
  },
  'newest release': async ({ office }) => {
    if ((await office.ledger.last('release')) === null)
      return { ok: true, found: 'none yet', expected: 'whole segments' };
    const { ok, checked, faults } = await verifyRelease(office);
    return { ok, found: ok ? `${checked} whole segments` : `${faults.length} faults`, expected: 'whole segments' };
  },
};

/** What this installation and office folder can do; exit 1 when a check fails. */
export const doctor: Command<object, DoctorAnswer> = async (_, context) => {
  const found: DoctorCheck[] = [];
  for (const [check, look] of Object.entries(checks)) {
    try {
      found.push({ check, ...(await look(context)) });
    } catch (error) {
      const report = reportFault(error);
      found.push({ check, ok: false, found: report.message, expected: report.expected ?? 'no fault' });
    }
  }
  const ok = found.every((one) => one.ok);
  return { json: { ok, checks: found }, exit: ok ? 0 : 1 };
};
