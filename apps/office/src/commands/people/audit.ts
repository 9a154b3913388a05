import { existsSync } from 'node:fs';
import { readAnchors } from '@zhiheng/ledger';
import type { ActsPage, AuditAnchorAnswer, AuditVerifyAnswer } from '../../answers-people.js';
import { type Command, done } from '../command.js';

export interface AuditListInput {
  /** Acts below this number; left out: from the newest. */
  readonly before?: number;
  readonly limit?: number;
  readonly kind?: string;
  readonly person?: string;
  readonly object?: string;
  readonly reads?: boolean;
}

const usualPage = 50;

/** Who did what, the newest first. */
export const auditList: Command<AuditListInput, ActsPage> = async ({ limit = usualPage, ...asked }, { office }) => {
  const acts = await office.ledger.page({ ...asked, limit: limit + 1 });
  const page = acts.slice(0, limit);
  return done({ acts: page, next: acts.length > limit ? (page.at(-1)?.number ?? null) : null });
};

/** Reads the whole chain and compares it with itself, its signed head and the anchors of a file; exit 1 with faults. */
export const auditVerify: Command<{ anchors?: string }, AuditVerifyAnswer> = async ({ anchors }, { office }) => {
  const file = anchors ?? (existsSync(office.paths.anchors) ? office.paths.anchors : null);
  const verified = await office.ledger.verify(file === null ? {} : { anchors: readAnchors(file) });
  const json = { ...verified, anchorFile: file, key: office.keyFingerprint };
  return { json, exit: verified.ok ? 0 : 1 };
};

/** Signs the newest act and appends it to a file that lies outside of the folder. */
export const auditAnchor: Command<{ file?: string }, AuditAnchorAnswer> = async (input, { office, actor }) => {
  const file = input.file ?? office.paths.anchors;
  const head = await office.ledger.anchor(file, office.clock.now().toISOString());
  await office.act(actor, 'anchored', file, head.chain);
  return done({ ...head, file });
};
