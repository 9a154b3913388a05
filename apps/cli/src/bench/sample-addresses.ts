import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownAddress } from '@zhiheng/office';

/**
 * The postal addresses of people and companies in the sample grants of the US, each written on one line as on a letter,
 * with the state that the file tags in it. Empty where the samples are missing.
 */
export async function sampleAddresses(folder: string): Promise<KnownAddress[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xml')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const written = new Map<string, KnownAddress>();
  for (const text of texts) {
    for (const [, block = ''] of text.matchAll(/<address>([\s\S]*?)<\/address>/g)) {
      const [city, state, country] = ['city', 'state', 'country'].map((tag) => content(block, tag));
      if (country !== 'US' || city === '' || state === '') continue;
      const place = [content(block, 'street'), city].filter((part) => part !== '').join(', ');
      const address = `${place}, ${`${state} ${content(block, 'postcode')}`.trim()}, ${country}`;
      written.set(address, { address, area: `US-${state}` });
    }
  }
  return [...written.values()];
}

function content(block: string, tag: string): string {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(block)?.[1]?.trim() ?? '';
}
