import { Session } from '@zhiheng/lake';
import type { Act } from '@zhiheng/ledger';
import type { QuarantinedRecord } from '@zhiheng/records';
import { UserFault } from '@zhiheng/vocabulary';
import type { HeldQuarantine, QuarantinePage } from './answers.js';
import type { Office } from './office.js';

/** Kind of the act that says a quarantined record was put right; its object is the id of the record. */
export const correctionAct = 'quarantine-fix';

export interface QuarantineQuery {
  /** Only records of this file. */
  readonly file?: string;
  /** Those put right, too. */
  readonly all?: boolean;
  readonly limit?: number;
  /** Continues after this record. */
  readonly after?: string;
}

interface Row extends QuarantinedRecord {
  readonly by: string | null;
  readonly at: string | null;
}

const order = 'ORDER BY file, position, id';

/** Quarantined records in the order of their files; open ones, unless all are asked for. */
export function listQuarantine(office: Office, query: QuarantineQuery): Promise<HeldQuarantine[]> {
  return withQuarantine(office, [], async (session) => (await selectRows(session, query)).map(held));
}

/** One page of them, with what there is in all. */
export function pageQuarantine(office: Office, query: QuarantineQuery & { limit: number }): Promise<QuarantinePage> {
  const none: QuarantinePage = { open: 0, resolved: 0, rows: [], next: null, files: [] };
  return withQuarantine(office, none, async (session) => {
    const rows = (await selectRows(session, { ...query, limit: query.limit + 1 })).map(held);
    const page = rows.slice(0, query.limit);
    const files = await session.rows<{ file: string; open: number }>(
      'SELECT file, count(*) AS open FROM held WHERE "by" IS NULL GROUP BY file ORDER BY file',
    );
    const [counted] = await session.rows<{ open: number; resolved: number }>(
      `SELECT count(*) FILTER ("by" IS NULL) AS open, count("by") AS resolved FROM held WHERE ${ofFile(query.file, 1)}`,
      query.file === undefined ? [] : [query.file],
    );
    const { open = 0, resolved = 0 } = counted ?? {};
    return { open, resolved, rows: page, next: rows.length > page.length ? (page.at(-1)?.id ?? null) : null, files };
  });
}

/** One record. Throws `not-found`. */
export async function findQuarantined(office: Office, id: string): Promise<HeldQuarantine> {
  const [row] = await withQuarantine<Row[]>(office, [], (session) =>
    session.rows<Row>('SELECT * FROM held WHERE id = $1', [id]),
  );
  if (row !== undefined) return held(row);
  throw new UserFault('not-found', { found: id, expected: 'an id of `zhiheng quarantine list`', values: { name: id } });
}

/** Opens what is in quarantine as the view `held`, with the acts that put records right beside them. */
async function withQuarantine<T>(office: Office, none: T, use: (session: Session) => Promise<T>): Promise<T> {
  const { quarantine } = await office.holdings();
  if (quarantine.length === 0) return none;
  const session = await Session.open();
  try {
    const paths = quarantine.map((one) => `'${office.store.pathOf(one.sha256, 'parquet').replaceAll("'", "''")}'`);
    const acts: Act[] = await office.ledger.acts(correctionAct);
    await session.registerTable(
      'corrections',
      { id: 'text', by: 'text', at: 'text' },
      acts.map(({ object, person, time }) => [object, person, time]),
    );
    await session.run(`CREATE VIEW held AS SELECT q.*, c."by", c."at"
      FROM read_parquet([${paths.join(', ')}], union_by_name = true) AS q LEFT JOIN corrections AS c ON c.id = q.id`);
    return await use(session);
  } finally {
    session.close();
  }
}

function selectRows(session: Session, { file, all, limit, after }: QuarantineQuery): Promise<Row[]> {
  const values = [file, after].filter((value) => value !== undefined);
  const where = [
    ofFile(file, 1),
    all === true ? 'true' : '"by" IS NULL',
    after === undefined
      ? 'true'
      : `(file, position, id) > (SELECT (file, position, id) FROM held WHERE id = $${values.length})`,
  ];
  const most = limit === undefined ? '' : ` LIMIT ${Math.trunc(limit)}`;
  return session.rows<Row>(`SELECT * FROM held WHERE ${where.join(' AND ')} ${order}${most}`, values);
}

function ofFile(file: string | undefined, place: number): string {
  return file === undefined ? 'true' : `file = $${place}`;
}

function held({ by, at, ...record }: Row): HeldQuarantine {
  return { ...record, resolved: by === null || at === null ? null : { by, at } };
}
