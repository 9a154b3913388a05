import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { postgresFault } from './postgres-fault.js';

const url = 'postgresql://clerk:secret@db.example.org:5433/office';
const fault = (more: object, message = 'no') => postgresFault(Object.assign(new Error(message), more), url);

describe('what PostgreSQL or the network says', () => {
  it.each([
    ['ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' }],
    ['ENOENT', { code: 'ENOENT', syscall: 'connect' }],
    ['ENOTFOUND', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }],
    ['28P01', { code: '28P01' }],
    ['3D000', { code: '3D000' }],
    ['57P01', { code: '57P01' }],
    ['53300', { code: '53300' }],
    ['08006', { code: '08006' }],
  ])('%s: not reached', (found, error) => {
    const told = fault(error);
    expect(told).toBeInstanceOf(UserFault);
    expect(told).toMatchObject({ code: 'database-unreachable', detail: { found } });
    expect(JSON.stringify(told)).not.toMatch(/secret|clerk/);
    expect(told).toMatchObject({ detail: { place: { path: 'db.example.org:5433/office' } } });
  });

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])('%s', (message) => {
    expect(fault({}, message)).toMatchObject({ code: 'database-unreachable', detail: { found: message } });
  });

  it.each(['53100', '58030', '25006', '42501'])('%s: of no use', (code) => {
    expect(fault({ code })).toMatchObject({ code: 'database-unusable', detail: { found: `${code} no` } });
  });

  it.each(['23505', '42P01', 'ENOENT', ''])('%s: left as it came', (code) => {
    const error = Object.assign(new Error('no'), { code });
    expect(postgresFault(error, url)).toBe(error);
  });
});
