import { OwnFault } from '@zhiheng/vocabulary';

/** Where unqualified names of tables are looked up. */
export interface TrinoNames {
  readonly catalog: string;
  readonly schema: string;
}

/** A page of an answer, as the server gives it. */
interface Page {
  readonly columns?: readonly { readonly name: string; readonly type: string }[];
  readonly data?: readonly (readonly unknown[])[];
  readonly nextUri?: string;
  readonly error?: { readonly message: string };
}

/** Columns of an answer with their types, and its rows. */
export interface TrinoAnswer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** The statements of Trino's HTTP interface (`POST /v1/statement`, then page by page), without authentication. */
export class TrinoClient {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  /** `url`: of the coordinator, `http://127.0.0.1:8080`. */
  constructor(url: string, names: TrinoNames) {
    this.#url = url;
    this.#headers = {
      'X-Trino-User': 'zhiheng',
      'X-Trino-Source': 'zhiheng',
      'X-Trino-Time-Zone': 'UTC',
      'X-Trino-Catalog': names.catalog,
      'X-Trino-Schema': names.schema,
    };
  }

  /** Runs one statement. Decimals and doubles come as numbers, dates as `YYYY-MM-DD`. Throws our own fault with the SQL. */
  async ask(sql: string): Promise<TrinoAnswer> {
    let page = await this.#page(`${this.#url}/v1/statement`, sql, sql);
    let { columns } = page;
    const rows: (readonly unknown[])[] = [];
    for (;;) {
      if (page.error !== undefined) throw new OwnFault(`Trino: ${page.error.message}\nSQL: ${sql}`);
      columns = page.columns ?? columns;
      for (const row of page.data ?? []) rows.push(row);
      if (page.nextUri === undefined) break;
      page = await this.#page(page.nextUri, null, sql);
    }
    const known = columns ?? [];
    return {
      columns: known,
      rows: rows.map((row) => row.map((value, index) => plain(value, known[index]?.type ?? ''))),
    };
  }

  async #page(url: string, body: string | null, sql: string): Promise<Page> {
    const response = await fetch(url, { method: body === null ? 'GET' : 'POST', headers: this.#headers, body });
    if (!response.ok) throw new OwnFault(`Trino answers ${response.status}: ${await response.text()}\nSQL: ${sql}`);
    return (await response.json()) as Page;
  }
}

function plain(value: unknown, type: string): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (type.startsWith('decimal') || type === 'double' || type === 'real') return Number(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new OwnFault(`an integer of Trino is too large for a number: ${value}`);
    return value;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  throw new OwnFault(`a value of Trino of type ${type} has no form here`);
}
