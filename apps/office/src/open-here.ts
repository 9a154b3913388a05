import { readFileSync } from 'node:fs';
import { smtpMail, smtpPlace } from '@zhiheng/acts';
import type { LedgerPlace } from '@zhiheng/ledger';
import { systemClock, UserFault } from '@zhiheng/vocabulary';
import { Office } from './office.js';

/**
 * Opens an office folder as the environment says: `ZHIHENG_DEFINITIONS`, another folder of definitions; `ZHIHENG_LEDGER`, the
 * address of a PostgreSQL database (`postgres://…`, its schema as `?schema=`) that keeps the acts in place of the folder;
 * `ZHIHENG_SMTP`, the address of a mail server that letters go to in place of the outbox, with certificates to trust in `ZHIHENG_SMTP_CA`.
 * Throws `usage` for an address of another form, and what `Office.open` throws.
 */
export function openOfficeHere(folder: string, environment: NodeJS.ProcessEnv = process.env): Promise<Office> {
  const { ZHIHENG_DEFINITIONS: definitions, ZHIHENG_LEDGER: address } = environment;
  const { ZHIHENG_SMTP: mailServer, ZHIHENG_SMTP_CA: ca } = environment;
  return Office.open({
    folder,
    clock: systemClock,
    ...(definitions === undefined ? {} : { definitions }),
    ...(address === undefined || address === '' ? {} : { ledger: ledgerPlace(address) }),
    ...(mailServer === undefined || mailServer === ''
      ? {}
      : {
          mail: smtpMail(smtpPlace(mailServer, ca === undefined || ca === '' ? undefined : readFileSync(ca, 'utf8'))),
        }),
  });
}

/** The schema of an office that names none. */
const usualSchema = 'zhiheng';

function ledgerPlace(address: string): LedgerPlace {
  const url = URL.canParse(address) ? new URL(address) : null;
  const schema = url?.searchParams.get('schema') ?? usualSchema;
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol) || !/^[a-z][a-z0-9_]{0,62}$/.test(schema)) {
    // The address may hold a password: it is not told.
    const expected = 'postgres://…, with a schema of small letters, digits and underscores';
    throw new UserFault('usage', {
      expected,
      values: { what: 'ZHIHENG_LEDGER is no address of a PostgreSQL database' },
    });
  }
  url.searchParams.delete('schema');
  return { engine: 'postgres', url: url.href, schema };
}
