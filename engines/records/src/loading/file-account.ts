import type { Dataset, Day } from '@zhiheng/vocabulary';
import type { PatentRecord, QuarantinedRecord as QuarantinedItem } from '../reading/record.js';
import type { SourceRecord } from '../reading/source-record.js';
import type { BlockAccount } from './block-account.js';
import type { QuarantineCollector } from './quarantine.js';

/** Counts what one file brings, while it is read. */
export class FileAccount {
  readonly #quarantine: QuarantineCollector;
  readonly #file: string;
  /** Load and file within it: the same however the file was cut. */
  readonly #idPrefix: string;
  #ignoredReasons: Record<string, number> = {};
  #quarantined = 0;
  #records = 0;
  /** Datasets of the records, with the days on which patents were granted; null stands for records that tell none. */
  readonly grantedOn: Record<Dataset, Set<Day | null>> = { real: new Set(), synthetic: new Set() };

  /** `number`: of the file within the load, from 1. */
  constructor(quarantine: QuarantineCollector, revision: number, file: { path: string; number: number }) {
    this.#quarantine = quarantine;
    this.#file = file.path;
    this.#idPrefix = `Q${revision}-${file.number}-`;
  }

  get records(): number {
    return this.#records;
  }

  get quarantined(): number {
    return this.#quarantined;
  }

  get ignoredReasons(): Readonly<Record<string, number>> {
    return this.#ignoredReasons;
  }

  addRecord(record: PatentRecord | SourceRecord): void {
    this.#records += 1;
    if (!('group' in record)) this.grantedOn[record.dataset].add(record.grantedOn);
  }

  addIgnored(reason: string, count = 1): void {
    this.#ignoredReasons[reason] = (this.#ignoredReasons[reason] ?? 0) + count;
  }

  async addQuarantined({ type: _, ...fields }: QuarantinedItem): Promise<void> {
    this.#quarantined += 1;
    await this.#quarantine.add({ id: `${this.#idPrefix}${this.#quarantined}`, file: this.#file, ...fields });
  }

  /** Adds the account of a block; blocks come in the order of the file. */
  async addBlock(block: BlockAccount): Promise<void> {
    this.#records += block.records;
    for (const [reason, count] of Object.entries(block.ignoredReasons)) this.addIgnored(reason, count);
    for (const item of block.quarantined) await this.addQuarantined(item);
    for (const dataset of ['real', 'synthetic'] as const) {
      for (const day of block.grantedOn[dataset]) this.grantedOn[dataset].add(day);
    }
  }

  /** Forgets everything: a file is all or nothing. */
  async takeBack(): Promise<void> {
    await this.#quarantine.takeBack(this.#idPrefix);
    this.#records = 0;
    this.#quarantined = 0;
    this.#ignoredReasons = {};
  }
}
