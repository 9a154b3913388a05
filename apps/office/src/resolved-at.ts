import type { Ruling } from '@zhiheng/records';
import type { RulingStanding } from './answers-deciding.js';
import type { Office } from './office.js';

/** The newest release and the position of the ledger whose rulings it has; null before the first. */
export interface Resolved {
  readonly release: string;
  readonly position: number;
}

/** What the newest release has of the rulings. */
export async function resolvedAt(office: Office): Promise<Resolved | null> {
  if ((await office.ledger.last('release')) === null) return null;
  const { release } = await office.release();
  return { release: release.name, position: release.resolution?.ledgerPosition ?? 0 };
}

/** Whether the newest release has a ruling, and whether the next one will. */
export function standingOf({ made, undone }: Ruling, resolved: Resolved | null): RulingStanding {
  const position = resolved?.position ?? 0;
  const held = made.act <= position && (undone === null || undone.act > position);
  if (undone === null) return held ? 'in-release' : 'in-next';
  return held ? 'leaves-next' : 'past';
}
