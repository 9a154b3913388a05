import { UserFault } from '@zhiheng/vocabulary';

/** Classes of PostgreSQL's codes, and codes of the network, that say the server cannot be reached with this address. */
const unreachable = /^(?:08|28|3D000|57P|53300|ECONN|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE)/;
/** The server's disk is full or broken, it may only be read, or what is asked is not permitted. */
const unusable = /^(?:53|58|25006|42501)/;
/** What the driver says without a code. */
const lost =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The fault of a database that cannot be reached or refuses to store; anything else as it came. Shows no password. */
export function postgresFault(error: unknown, url: string): unknown {
  if (!(error instanceof Error)) return error;
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  const code = String((error as { code?: unknown }).code ?? (first as { code?: unknown } | undefined)?.code ?? '');
  const place = { path: addressOf(url) };
  const unconnected = (error as NodeJS.ErrnoException).syscall === 'connect';
  if (unconnected || unreachable.test(code) || lost.test(error.message)) {
    return new UserFault('database-unreachable', {
      place,
      found: code || error.message,
      expected: 'a PostgreSQL server that answers at this address',
    });
  }
  if (!unusable.test(code)) return error;
  return new UserFault('database-unusable', {
    place,
    found: `${code} ${error.message}`,
    expected: 'a database that can be written, on a disk with room',
  });
}

/** Host and database of an address, without its password. */
export function addressOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'PostgreSQL';
  }
}
