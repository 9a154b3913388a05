import { UserFault } from '@zhiheng/vocabulary';

/** A plain letter. Addresses are bare (`name@host`); the text is one in the language of whoever gets it. */
export interface Mail {
  /** Names the letter for good: the same id is sent once. Letters, digits, dots and hyphens. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** ISO 8601. */
  readonly time: string;
}

/** Where letters go: a folder here, a mail server, or what an office puts in their place. */
export interface MailAdapter {
  /** Throws `MailFailure` where the letter may go through later, `mail-wrong` where it is none. */
  send(mail: Mail): Promise<void>;
}

/** A letter that was not taken. `code` is that of the mail system, never an address or a text. */
export class MailFailure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`a letter was not taken: ${code}`);
    this.code = code;
  }
}

/** The code by which a failure of one letter is kept; null for one that concerns more than the letter. */
export function faultCodeOf(error: unknown): string | null {
  if (error instanceof MailFailure) return error.code;
  return error instanceof UserFault && error.code === 'mail-wrong' ? error.code : null;
}

const address = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[A-Za-z0-9.-]+$/u;

/** The letter as an Internet message (RFC 5322), its subject and text in UTF-8. Throws `mail-wrong`. */
export function messageOf(mail: Mail): string {
  for (const field of ['from', 'to'] as const) {
    if (!address.test(mail[field])) throw fault(field, mail[field], 'an address such as name@office.example');
  }
  if (!/^[A-Za-z0-9.-]+$/.test(mail.id)) throw fault('id', mail.id, 'letters, digits, dots and hyphens');
  const headers = [
    `Date: ${new Date(mail.time).toUTCString().replace('GMT', '+0000')}`,
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Message-ID: <${mail.id}@${mail.from.slice(mail.from.lastIndexOf('@') + 1)}>`,
    `Subject: ${encodedWords(mail.subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const body = base64(mail.text.replaceAll(/\r?\n/g, '\r\n')).replaceAll(/.{76}(?=.)/g, '$&\r\n');
  return `${headers.join('\r\n')}\r\n\r\n${body}\r\n`;
}

/** RFC 2047 words, one a line of at most 76 characters, none cutting a character in two. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const character of text.replaceAll(/[\r\n]+/g, ' ')) {
    bytes += Buffer.byteLength(character);
    // The first line begins with the name of the header.
    if (bytes > (words.length === 1 ? 36 : 45)) {
      words.push('');
      bytes = Buffer.byteLength(character);
    }
    words[words.length - 1] += character;
  }
  return words.map((word) => `=?utf-8?B?${base64(word)}?=`).join('\r\n ');
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function fault(field: string, found: string, expected: string): UserFault {
  return new UserFault('mail-wrong', { place: { field }, found, expected });
}
