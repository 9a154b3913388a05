import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { oncePerRun } from './once-per-run.js';
import { ServedOffice } from './served-office.js';

/** Puts a loaded, released and computed office of 2000 synthetic applications into a folder that holds none yet. */
export async function putSyntheticOffice(office: ServedOffice): Promise<void> {
  const made = await oncePerRun('synthetic-office', async (folder) => {
    const maker = new ServedOffice();
    await makeSyntheticOffice(maker);
    renameSync(maker.data, join(folder, 'data'));
    await maker.stop();
  });
  cpSync(join(made, 'data'), office.data, { recursive: true });
}

async function makeSyntheticOffice(office: ServedOffice): Promise<void> {
  const out = join(office.folder, 'synthetic');
  const { json: made } = await office.run<{ files: string[]; mappings: string[] }>(
    'synthesise',
    ...['--patents', '2000', '--out', out],
  );
  for (const mapping of made.mappings) {
    const files = made.files.map((name) => join(out, name));
    await office.run('load', ...files, '--mapping', join(out, mapping));
  }
  await office.run('release', 'create', 'first');
  await office.run('compute');
}
