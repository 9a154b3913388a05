import { describe, expect, it } from 'vitest';
import { isAmong, isLoopback, reachOf } from '../src/reach.js';

describe('how a server is reached', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['128.0.0.1', false],
    ['127.0.0.1.example', false],
  ])('%s is this machine: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });

  it.each([
    ['localhost:8080', 'http://localhost:8080'],
    ['127.0.0.1:9', 'http://127.0.0.1:9'],
    ['[::1]:8080', 'http://[::1]:8080'],
    ['office.example', null],
    [undefined, null],
  ])('a request for %s has the origin %s', (host, origin) => {
    expect(reachOf({ host: '127.0.0.1' }).originFor(host)).toBe(origin);
  });

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.1.255.255', true],
    ['::ffff:10.1.0.7', true],
    ['10.2.0.0', false],
    ['2001:db8::7', true],
    ['2001:db9::7', false],
    ['', false],
  ])('a stated proxy is %s: %s', (address, expected) => {
    const proxy = { origin: 'https://office.example', addresses: ['10.1.0.0/16', '2001:db8::/32'] };
    const { proxies } = reachOf({ host: '0.0.0.0', proxy });
    expect(proxies !== null && isAmong(proxies, address)).toBe(expected);
  });
});
