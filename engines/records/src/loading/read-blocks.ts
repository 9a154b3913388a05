import { type FaultReport, faultFromReport, UserFault } from '@zhiheng/vocabulary';
import type { ByteSource } from '../reading/byte-source.js';
import type { BlockAccount } from './block-account.js';
import { type BlockNumbers, beforeBlock } from './block-numbers.js';
import { type BlockFormat, cutBlocks } from './cut-blocks.js';
import type { FileAccount } from './file-account.js';
import { isFileFault } from './file-fault.js';
import type { LoadMapping } from './read-mappings.js';
import type { ReadingPool, ReadingThread } from './reading-pool.js';

export interface BlockPlan {
  readonly format: BlockFormat;
  readonly file: string;
  /** Null for files that tell their columns themselves. */
  readonly mapping: LoadMapping | null;
  readonly blockBytes: number;
}

/** Where the records of blocks go and what is counted of them. */
export interface BlockEffects {
  readonly pool: ReadingPool;
  readonly numbers: BlockNumbers;
  readonly account: FileAccount;
}

/**
 * Reads a file in blocks, side by side: what is counted and numbered is what reading it in one go would give. The fault
 * of the file is returned; the whole records before it are kept and nothing behind it.
 */
export async function readBlocks(
  source: ByteSource,
  plan: BlockPlan,
  effects: BlockEffects,
): Promise<UserFault | null> {
  const accounts = new AccountsInOrder(effects.account);
  let cutFault: UserFault | null = null;
  try {
    await handOut(source, plan, effects, accounts);
  } catch (error) {
    if (!isFileFault(error)) throw error;
    cutFault = error;
  }
  await accounts.takeAll();
  const { fault } = accounts;
  if (fault !== null) {
    await effects.pool.takeBackBehind(beforeBlock(fault.block + 1));
    return userFault(fault.report);
  }
  if (cutFault !== null) return cutFault;
  if (!accounts.blank) return null;
  return new UserFault('file-empty', { place: { path: plan.file, byte: 0 } });
}

async function handOut(
  source: ByteSource,
  { format, file, mapping, blockBytes }: BlockPlan,
  { pool, numbers }: BlockEffects,
  accounts: AccountsInOrder,
): Promise<void> {
  let thread: ReadingThread | null = null;
  for await (const piece of cutBlocks(format, source, { file, mapping: mapping?.mapping ?? null, size: blockBytes })) {
    if (thread === null || piece.opens) {
      await accounts.takeUntil(pool.window - 1);
      if (accounts.fault !== null) return;
      thread = pool.thread();
      numbers.take();
    }
    const answer = thread.read({ block: numbers.last, file, format, mapping: mapping?.index ?? null, piece });
    if (piece.closes) accounts.expect(answer);
    else await answer;
  }
}

/** Accounts come back in any order and are taken in the order of the file, up to the first fault. */
class AccountsInOrder {
  readonly #account: FileAccount;
  readonly #expected: Promise<BlockAccount | null>[] = [];
  #fault: { readonly block: number; readonly report: FaultReport } | null = null;
  #blank = true;

  constructor(account: FileAccount) {
    this.#account = account;
  }

  /** The first fault that an account told. */
  get fault(): { readonly block: number; readonly report: FaultReport } | null {
    return this.#fault;
  }

  /** True while no block held anything but white space. */
  get blank(): boolean {
    return this.#blank;
  }

  expect(account: Promise<BlockAccount | null>): void {
    // It may fail while an earlier one is waited for; it is met again in its turn.
    account.catch(() => {});
    this.#expected.push(account);
  }

  /** Takes accounts until at most `left` are under way. */
  async takeUntil(left: number): Promise<void> {
    while (this.#expected.length > left) {
      const account = await this.#expected.shift();
      if (account === null || account === undefined || this.#fault !== null) continue;
      this.#blank &&= account.blank;
      await this.#account.addBlock(account);
      if (account.fault !== null) this.#fault = { block: account.block, report: account.fault };
    }
  }

  async takeAll(): Promise<void> {
    await this.takeUntil(0);
  }
}

function userFault(report: FaultReport): UserFault {
  const fault = faultFromReport(report);
  if (fault instanceof UserFault) return fault;
  throw fault;
}
