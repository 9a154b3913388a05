import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleAddresses } from './sample-addresses.js';

it('writes the addresses of the US on a line, each once, with the tagged state', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-samples-'));
  const address = (inner: string) => `<addressbook><address>${inner}</address></addressbook>`;
  const full =
    '<street>1 Main St.</street><city>Bath</city><state>PA</state><postcode>18014</postcode><country>US</country>';
  await writeFile(
    join(folder, 'a.xml'),
    [
      address(full),
      address(full),
      address('<city>Reno</city><state>NV</state><country>US</country>'),
      address('<city>Osaka</city><country>JP</country>'),
    ].join('\n'),
  );
  await writeFile(join(folder, 'a.txt'), address(full.replace('Bath', 'Erie')));
  expect(await sampleAddresses(folder)).toEqual([
    { address: '1 Main St., Bath, PA 18014, US', area: 'US-PA' },
    { address: 'Reno, NV, US', area: 'US-NV' },
  ]);
  await rm(folder, { recursive: true });
  expect(await sampleAddresses(folder)).toEqual([]);
});
