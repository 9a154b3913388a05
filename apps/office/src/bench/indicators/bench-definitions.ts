import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OwnFault } from '@zhiheng/vocabulary';
import { shippedDefinitions } from '../../office-paths.js';

/** One definition of the list: its id, and its file. */
export interface ListedDefinition {
  readonly id: string;
  readonly text: string;
}

/**
 * The definitions of a list in one text. Its parts stand between lines of `---`; the first has what all of them have and is added to
 * each. Throws our own fault for a part without an id.
 */
export function listedDefinitions(list: string): ListedDefinition[] {
  const [common = '', ...parts] = list.split(/^---\n/m);
  return parts.map((part) => {
    const id = /^id: (\S+)$/m.exec(part)?.[1];
    if (id === undefined) throw new OwnFault('a part of the list has no id');
    return { id, text: part + common };
  });
}

/** Writes a folder of definitions that holds these and no others, beside the areas, checks and organisations that come with the software. */
export async function writeDefinitions(folder: string, definitions: readonly ListedDefinition[]): Promise<void> {
  await mkdir(join(folder, 'indicators'), { recursive: true });
  for (const name of ['checks', 'reference']) {
    await cp(join(shippedDefinitions, name), join(folder, name), { recursive: true });
  }
  await mkdir(join(folder, 'programmes'), { recursive: true });
  for (const { id, text } of definitions) await writeFile(join(folder, 'indicators', `${id}.yaml`), text);
}

/** Writes a folder of everything that comes with the software: the whole catalogue. */
export async function writeCatalogue(folder: string): Promise<void> {
  await cp(shippedDefinitions, folder, { recursive: true });
}

/** The same list with one definition edited: its condition asks for a claim more. */
export function editedList(definitions: readonly ListedDefinition[], id: string): ListedDefinition[] {
  const edited = definitions.map((one) =>
    one.id === id
      ? { id, text: one.text.replace(/claim_count >= (\d+)/, (_, n) => `claim_count >= ${Number(n) + 1}`) }
      : one,
  );
  if (edited.every((one, index) => one.text === definitions[index]?.text)) {
    throw new OwnFault(`${id} has no number of claims to edit`);
  }
  return edited;
}
