import { UserFault } from '@zhiheng/vocabulary';
import { type Mail, type MailAdapter, MailFailure, messageOf } from './mail.js';

/** A mail server. */
export interface SmtpPlace {
  readonly host: string;
  readonly port: number;
  /** `begin`: TLS from the first byte; `upgrade`: STARTTLS, without which nothing is sent; `none`: to this machine only. */
  readonly tls: 'begin' | 'upgrade' | 'none';
  readonly user: string | null;
  readonly password: string | null;
  /** Certificates (PEM) to trust in place of the usual ones. */
  readonly ca?: string;
}

const patience = 20_000;

/** Hands letters to a mail server, one connection a letter. Certificates are checked; nothing is logged. */
export function smtpMail({ host, port, tls, user, password, ca }: SmtpPlace): MailAdapter {
  const settings = {
    ...{ host, port, secure: tls === 'begin', requireTLS: tls === 'upgrade', ignoreTLS: tls === 'none' },
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    ...(ca !== undefined && { tls: { ca } }),
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, logger: false },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
  return {
    async send(mail: Mail): Promise<void> {
      const raw = messageOf(mail);
      // Read with a letter: hardly a command sends one.
      const { createTransport } = await import('nodemailer');
      try {
        await createTransport(settings).sendMail({ envelope: { from: mail.from, to: mail.to }, raw });
      } catch (error) {
        throw new MailFailure(codeOf(error as { readonly code?: unknown; readonly responseCode?: unknown }));
      }
    },
  };
}

/**
 * A mail server by its address: `smtps://user:password@host:465` (TLS from the first byte) or `smtp://…:587` (STARTTLS). Only a server on this machine
 * may go without, by `?tls=none`. Throws `usage`; the address may hold a password and is not told.
 */
export function smtpPlace(address: string, ca?: string): SmtpPlace {
  const url = URL.canParse(address) ? new URL(address) : null;
  const begin = url?.protocol === 'smtps:';
  const plain = url?.searchParams.get('tls') === 'none';
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
  const local = host === 'localhost' || host === '127.0.0.1' || host === '::1';
  if (url === null || host === '' || !(begin || url.protocol === 'smtp:') || (plain && (begin || !local))) {
    throw new UserFault('usage', {
      expected: 'smtps://USER:PASSWORD@HOST, smtp://…, or smtp://localhost?tls=none',
      values: { what: 'this is no address of a mail server' },
    });
  }
  return {
    ...{ host, port: url.port === '' ? (begin ? 465 : 587) : Number(url.port) },
    tls: begin ? 'begin' : plain ? 'none' : 'upgrade',
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
    ...(ca === undefined ? {} : { ca }),
  };
}

/** Codes only: the words of a mail server repeat addresses. */
function codeOf({ code, responseCode }: { readonly code?: unknown; readonly responseCode?: unknown }): string {
  const parts = [typeof code === 'string' && /^[A-Z_0-9]{1,40}$/.test(code) ? code : 'EUNKNOWN'];
  if (typeof responseCode === 'number') parts.push(String(responseCode));
  return parts.join(' ');
}
