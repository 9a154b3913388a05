import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Holdings, Session } from '@zhiheng/lake';
import { type Correction, correctedFile, type LoadRequest, type QuarantinedRecord } from '@zhiheng/records';
import { faultFromReport, OwnFault, UserFault } from '@zhiheng/vocabulary';
import type { QuarantineFixAnswer } from '../answers.js';
import type { LoadJobOutput } from '../jobs/load-job.js';
import { keptReading, sourceOf } from '../kept-reading.js';
import type { Office } from '../office.js';
import { correctionAct, findQuarantined } from '../quarantine.js';
import type { Command } from './command.js';
import { readFiles, recordLoad } from './load.js';
import { heldRecord } from './quarantine.js';

export interface QuarantineFixInput {
  readonly id: string;
  /** New values by column of the table. */
  readonly set?: Readonly<Record<string, string>>;
  /** The whole corrected record: a row, a JSON object, a document. */
  readonly text?: string;
}

/**
 * Reads a corrected record by the reader and mapping of its file, as a small file of its own, and marks the quarantined
 * one as put right. When it is at fault again, nothing is kept and the answer says what is wrong (exit 1).
 */
export const quarantineFix: Command<QuarantineFixInput, QuarantineFixAnswer> = async (input, context) => {
  const { office, actor } = context;
  const { id } = input;
  const record = await findQuarantined(office, id);
  if (record.resolved !== null) throw wrong('it is put right already', record.resolved.at, 'an open record');
  const source = await sourceOf(office, record);
  const held = await heldRecord(office, record, source);
  if (source === null || held === null) {
    throw wrong('what its file was read by is not kept', record.file, 'the corrected file, loaded with its mapping');
  }
  const { covers } = await keptReading(office, source);
  const file = correctedFile(held, correctionOf(input));
  const folder = join(office.paths.work, 'corrections');
  const path = join(folder, `${id}.${file.extension}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, file.text);
  try {
    const request: LoadRequest = {
      paths: [path],
      keepComplete: false,
      ...(file.format === null ? {} : { format: file.format }),
      ...(file.mapping === null ? {} : { mapping: file.mapping }),
      ...(covers === null ? {} : { covers }),
    };
    let fault: Fault = null;
    const output = await readFiles(request, context, async (read) => {
      fault = await faultOf(office, read, path);
      if (fault !== null || read.holdings === null) return;
      await recordLoad(context, `correction of ${id}`, read.holdings);
      await office.act(actor, correctionAct, id, read.holdings);
    });
    const resolved = fault === null;
    return { json: { id, resolved, load: output.result, fault }, exit: resolved ? 0 : 1 };
  } finally {
    await rm(path, { force: true });
  }
};

function correctionOf({ set, text }: QuarantineFixInput): Correction {
  if (text !== undefined && set === undefined) return { text };
  if (set !== undefined && text === undefined && Object.keys(set).length > 0) return { set };
  throw wrong('nothing says how', 'nothing', 'new values of columns, or the whole corrected record');
}

/** A record that is ignored for one of these is known all the same. */
const overtakenReasons = ['older-state', 'lesser-state', 'second-hand-state'];

type Fault = QuarantineFixAnswer['fault'];

/** What is wrong with the corrected record; null when it was taken in, or was held already. */
async function faultOf(office: Office, { result, holdings }: LoadJobOutput, path: string): Promise<Fault> {
  const [file] = result.files;
  if (file?.error !== undefined) throw faultFromReport(file.error);
  if (result.quarantined > 0 && holdings !== null) return quarantinedAgain(office, holdings, path);
  if (result.read !== 1) {
    throw wrong(`it holds ${result.read} records`, String(result.read), 'one record');
  }
  const overtaken = overtakenReasons.reduce((total, reason) => total + (file?.ignoredReasons[reason] ?? 0), 0);
  const taken = result.loaded + result.replaced + result.duplicates + overtaken;
  if (taken === 1) return null;
  throw wrong('nothing of it is loaded', Object.keys(file?.ignoredReasons ?? {}).join(', '), 'a record that is loaded');
}

/** The first fault that the corrected record met; read from the segment that no act names. */
async function quarantinedAgain(office: Office, hash: string, path: string): Promise<Fault> {
  const { quarantine } = (await office.store.getJson(hash)) as Holdings;
  const session = await Session.open();
  try {
    const paths = quarantine.map((one) => `'${office.store.pathOf(one.sha256, 'parquet').replaceAll("'", "''")}'`);
    const [row] = await session.rows<QuarantinedRecord>(
      `SELECT * FROM read_parquet([${paths.join(', ')}], union_by_name = true) WHERE file = $1`,
      [path],
    );
    if (row === undefined) throw new OwnFault('a corrected record was quarantined and is not in quarantine');
    const { field, code, found, expected } = row;
    return { field, code, found, expected };
  } finally {
    session.close();
  }
}

function wrong(what: string, found: string, expected: string): UserFault {
  return new UserFault('correction-wrong', { found, expected, values: { what } });
}
