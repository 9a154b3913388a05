import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things lie in an office folder. */
export interface OfficePaths {
  readonly folder: string;
  readonly lake: string;
  readonly ledger: string;
  /** Signs the heads of the ledger. */
  readonly ledgerKey: string;
  /** Makes pseudonyms of the names of people. */
  readonly peopleKey: string;
  /** Anchors of the ledger, beside the folder: what is done to the folder leaves them as they are. */
  readonly anchors: string;
  readonly owner: string;
  readonly work: string;
  /** What was counted when somebody asked for it. */
  readonly counted: string;
  readonly socket: string;
  /** Letters wait here for the office’s own mail system. */
  readonly outbox: string;
}

/** A socket's address may hold about a hundred bytes on every system. */
const longestSocket = 100;

/** The paths of an office folder; nothing is made. */
export function officePaths(folder: string): OfficePaths {
  const root = resolve(folder);
  return {
    folder: root,
    lake: join(root, 'lake'),
    ledger: join(root, 'ledger.sqlite'),
    ledgerKey: join(root, 'ledger.key'),
    peopleKey: join(root, 'people.key'),
    anchors: `${root}.anchors.jsonl`,
    owner: join(root, 'owner.sqlite'),
    work: join(root, 'work'),
    counted: join(root, 'counted'),
    socket: socketPath(root),
    outbox: join(root, 'outbox'),
  };
}

/** The definitions that come with the software. */
export const shippedDefinitions = resolve(dirname(fileURLToPath(import.meta.url)), '../../../definitions');

/** In the folder; for a folder whose name is too long for a socket, in a private folder of the system's temporary one. */
function socketPath(root: string): string {
  const inside = join(root, 'zhiheng.sock');
  if (Buffer.byteLength(inside) <= longestSocket) return inside;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return join(tmpdir(), `zhiheng-${process.getuid?.() ?? 0}`, `${name}.sock`);
}
