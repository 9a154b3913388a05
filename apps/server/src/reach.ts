import { X509Certificate } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { UserFault } from '@zhiheng/vocabulary';

/** Certificate and key as PEM texts. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
}

/** What stands in front of the server and ends TLS there. */
export interface StatedProxy {
  /** The public origin, `https://…`; no other is answered. */
  readonly origin: string;
  /** Addresses or networks of the proxy; this machine's own always count. */
  readonly addresses: readonly string[];
}

/** How people reach a server, as it was stated at its start. */
export interface ReachOptions {
  readonly host: string;
  readonly tls?: Tls;
  readonly proxy?: StatedProxy;
}

export interface Reach {
  /** Whether whoever asks comes over TLS. */
  readonly secure: boolean;
  /** The origin of the served pages for a request with this `Host`; null where that host is not served. */
  originFor(host: string | undefined): string | null;
  /** What `Host` would be right, for people. */
  readonly expectedHost: string;
  /** The machines whose `X-Forwarded-For` is believed, and who alone may connect; null without a proxy. */
  readonly proxies: BlockList | null;
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** How a server with these options is reached. Throws `proxy-wrong`. */
export function reachOf({ host, tls, proxy }: ReachOptions): Reach {
  if (proxy !== undefined) return behindProxy(proxy);
  const certificate = tls === undefined ? null : new X509Certificate(tls.cert);
  const scheme = certificate === null ? 'http' : 'https';
  return {
    secure: certificate !== null,
    expectedHost: host,
    proxies: null,
    originFor: (header) => {
      const name = nameOf(header);
      const served = loopbackNames.has(name) || name === host.toLowerCase() || isNamed(certificate, name);
      return served ? `${scheme}://${header}` : null;
    },
  };
}

function behindProxy({ origin, addresses }: StatedProxy): Reach {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.protocol !== 'https:' || url.origin !== origin) {
    throw new UserFault('proxy-wrong', { found: origin, expected: 'an origin such as https://office.example' });
  }
  return {
    secure: true,
    expectedHost: url.host,
    proxies: machines(addresses),
    originFor: (header) => (header?.toLowerCase() === url.host ? origin : null),
  };
}

function machines(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8, 'ipv4');
  list.addAddress('::1', 'ipv6');
  for (const text of addresses) {
    const [address = '', length, ...rest] = text.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const longest = family === 'ipv6' ? 128 : 32;
    const bits = length === undefined ? longest : Number(length);
    if (isIP(address) === 0 || rest.length > 0 || length === '' || !(bits >= 1 && bits <= longest)) {
      throw new UserFault('proxy-wrong', { found: text, expected: 'an address or a network such as 10.0.0.0/8' });
    }
    list.addSubnet(address, bits, family);
  }
  return list;
}

/** Whether a machine is among those listed. */
export function isAmong(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

function nameOf(header: string | undefined): string {
  return (header ?? '').replace(/:\d+$/, '').toLowerCase();
}

function isNamed(certificate: X509Certificate | null, name: string): boolean {
  if (certificate === null) return false;
  const bare = name.replace(/^\[(.*)\]$/, '$1');
  return (isIP(bare) === 0 ? certificate.checkHost(bare) : certificate.checkIP(bare)) !== undefined;
}
