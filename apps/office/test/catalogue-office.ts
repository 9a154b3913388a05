import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '@zhiheng/lake';
import type { CheckAnswer, SynthesisAnswer } from '@zhiheng/office';
import type { Office } from '../src/office.js';
import type { Vintage } from '../src/vintage.js';
import { findVintage } from '../src/vintages.js';
import { SmallOffice } from './small-office.js';

const shipped = join(import.meta.dirname, '../../../definitions');

/** What the catalogue was computed over. */
export interface CatalogueGround {
  readonly office: Office;
  readonly release: Release;
  readonly vintage: Vintage;
}

/** A synthetic office with every definition that comes with the software: loaded, what its list of notified applications says decided, frozen, computed. */
export class CatalogueOffice {
  readonly small = new SmallOffice();

  constructor() {
    cpSync(shipped, this.small.definitions, { recursive: true });
  }

  async make(size: { readonly patents: number; readonly marks: number; readonly seed: number }): Promise<void> {
    const out = join(this.small.path, 'synthetic');
    const inFolder = (name: string) => join(out, name);
    const made = (await this.small.run('synthesise', { ...size, out })).json as SynthesisAnswer;
    const list = { path: inFolder('lists-notified.csv'), mapping: inFolder('mapping-notified.yaml') };
    await this.small.run('decisions-import', { ...list, reason: 'the list of the office', keepComplete: true });
    await this.small.run('load', { paths: made.files.map(inFolder), mapping: made.mappings.map(inFolder) });
    const checks = (await this.small.run('check', {})).json as CheckAnswer[];
    const accept = checks.flatMap(({ id, severity, count }) =>
      severity === 'error' && count ? [{ check: id, reason: 'planted' }] : [],
    );
    await this.small.run('release-create', { name: 'first', accept });
    await this.small.run('compute', {});
  }

  /** Uses what was computed. */
  use<T>(use: (ground: CatalogueGround) => Promise<T>): Promise<T> {
    return this.small.use(async (office) => {
      const found = await findVintage(office);
      if (found === null) throw new Error('nothing was computed');
      const { release } = await office.release(found.vintage.release);
      return use({ office, release, vintage: found.vintage });
    });
  }
}
