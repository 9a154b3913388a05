import type { ZipEntry } from '@zhiheng/archives';
import type { TextLimits } from '../text-limits.js';
import { parsePart } from './part-parser.js';

/** Parts by their names without the leading slash. */
export type Parts = ReadonlyMap<string, ZipEntry>;

/**
 * The parts that a part names, by the last word of their kind (`styles`, `footnotes`); what lies outside of the file is
 * left out, and never fetched.
 */
export async function readRelations(parts: Parts, of: string, limits: TextLimits): Promise<Map<string, ZipEntry>> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const found = new Map<string, ZipEntry>();
  const sheet = parts.get(`${folder}_rels/${of.slice(folder.length)}.rels`);
  if (sheet === undefined) return found;
  const open = (name: string, { Type = '', Target = '', TargetMode }: Readonly<Record<string, string>>): void => {
    if (name !== 'rel:Relationship' || TargetMode === 'External') return;
    const part = parts.get(targetOf(folder, Target));
    const kind = Type.slice(Type.lastIndexOf('/') + 1);
    if (part !== undefined && !found.has(kind)) found.set(kind, part);
  };
  await parsePart(sheet, { open }, limits);
  return found;
}

function targetOf(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
