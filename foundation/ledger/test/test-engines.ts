import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerPlace } from '@zhiheng/ledger';
import Database from 'libsql';
import pg from 'pg';

/** A place for one test, and a way to its tables that does not pass through the ledger. */
export interface TestPlace {
  readonly place: LedgerPlace;
  /** For files that lie beside the ledger. */
  readonly folder: string;
  /** Runs a statement as somebody would who has the database and not the software. */
  raw(statement: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

export interface TestEngine {
  readonly name: string;
  fresh(): TestPlace;
}

const freshFolder = () => mkdtempSync(join(tmpdir(), 'zhiheng-ledger-'));

export const sqliteEngine: TestEngine = {
  name: 'SQLite',
  fresh: () => {
    const folder = freshFolder();
    const path = join(folder, 'ledger.sqlite');
    return {
      place: { engine: 'sqlite', path },
      folder,
      raw: async (statement) => {
        const database = new Database(path);
        try {
          const prepared = database.prepare(statement);
          if (prepared.reader) return prepared.all() as Record<string, unknown>[];
          prepared.run();
          return [];
        } finally {
          database.close();
        }
      },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

/** The server that `npm run engines` starts or finds. */
export function serverAddress(): string {
  const url = process.env.PG_URL;
  if (url === undefined || url === '') throw new Error('PG_URL names no server: run npm run engines');
  return url;
}

let schemas = 0;

export const postgresEngine: TestEngine = {
  name: 'PostgreSQL',
  fresh: () => {
    const folder = freshFolder();
    const url = serverAddress();
    schemas += 1;
    const schema = `test_${process.pid}_${Date.now()}_${schemas}`;
    const raw = async (statement: string): Promise<Record<string, unknown>[]> => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query(`set search_path to ${schema}`);
        return (await client.query<Record<string, unknown>>(statement)).rows;
      } finally {
        await client.end();
      }
    };
    return {
      place: { engine: 'postgres', url, schema },
      folder,
      raw,
      remove: async () => {
        await raw(`drop schema if exists ${schema} cascade`);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
