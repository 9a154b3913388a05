import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { KeptFile, Task, TaskContext, TaskFile } from '@zhiheng/programme';
import { demandRight } from '@zhiheng/rights';
import { type DocumentPreview, type JudgedFormat, judgeDocument, judgedFormats, previewDocument } from '@zhiheng/texts';
import { type Actor, OwnFault, UserFault } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { taskContext } from './task-context.js';

/** A file on the disk of this machine; `name`: what it is called, left out: as it lies there. */
export interface GivenFile {
  readonly path: string;
  readonly name?: string;
}

/** Keeps a file by its hash, before any act names it. Throws what `judgeDocument` refuses, `file-missing`. */
export async function keepEvidence(office: Office, given: GivenFile, { rules }: TaskContext): Promise<KeptFile> {
  const name = basename(given.name ?? given.path).slice(-200);
  const { fileBytes: bytes } = rules;
  const size = await stat(given.path).catch(() => null);
  if (size === null || !size.isFile()) {
    throw new UserFault('file-missing', { place: { path: given.path }, expected: 'a file' });
  }
  if (size.size > bytes) {
    throw new UserFault('document-too-large', {
      ...{ place: { path: name }, found: `${size.size} bytes`, expected: `at most ${bytes} bytes` },
      values: { what: `${size.size} bytes` },
    });
  }
  const content = await readFile(given.path);
  const format = await judgeDocument({ name, content }, { bytes });
  const { sha256 } = await office.store.putFile(content);
  return { sha256, name, format, bytes: content.length };
}

/** A file of a task, as it was handed in. */
export interface EvidenceBytes {
  readonly file: TaskFile;
  readonly bytes: Buffer;
}

/** The bytes of a file for whoever sees its task. Throws `not-found`, `not-allowed`, `segment-damaged`. */
export async function evidenceFile(
  { id, sha256 }: { readonly id: string; readonly sha256: string },
  { office, actor }: { readonly office: Office; readonly actor: Actor },
): Promise<EvidenceBytes> {
  const context = await taskContext(office, actor);
  const sees = await office.tasks.sees([id], context);
  demandRight(actor, 'tasks:read', { organisation: sees ? actor.organisation : null });
  return bytesOf(office, await office.tasks.get(id, context), sha256);
}

export async function bytesOf(office: Office, { evidence }: Task, sha256: string): Promise<EvidenceBytes> {
  const file = evidence.find((one) => one.sha256 === sha256);
  if (file === undefined) {
    throw new UserFault('not-found', { found: sha256, expected: 'a file of the task', values: { name: sha256 } });
  }
  return { file, bytes: await office.store.getFile(sha256) };
}

/** What can be told of a file in words and numbers. */
export function previewOf({ file, bytes }: EvidenceBytes): Promise<DocumentPreview> {
  const format = judgedFormats.find((one): one is JudgedFormat => one === file.format);
  if (format === undefined) throw new OwnFault(`a file was kept as ${file.format}`);
  return previewDocument({ name: file.name, content: bytes }, format);
}
