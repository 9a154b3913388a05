import { Session } from '@zhiheng/lake';
import type { QuarantinedRecord } from '@zhiheng/records';
import { type Command, done } from './command.js';

export interface QuarantineListInput {
  /** Only records of this file. */
  readonly file?: string;
}

/** Source records that could not be taken in, with place, found and expected. */
export const quarantineList: Command<QuarantineListInput, QuarantinedRecord[]> = async ({ file }, { office }) => {
  const { quarantine } = await office.holdings();
  if (quarantine.length === 0) return done([]);
  const session = await Session.open();
  try {
    const paths = quarantine.map((one) => `'${office.store.pathOf(one.sha256, 'parquet').replaceAll("'", "''")}'`);
    const where = file === undefined ? '' : 'WHERE file = $1';
    return done(
      await session.rows<QuarantinedRecord>(
        `SELECT * FROM read_parquet([${paths.join(', ')}]) ${where} ORDER BY file, position, id`,
        file === undefined ? [] : [file],
      ),
    );
  } finally {
    session.close();
  }
};
