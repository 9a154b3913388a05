import { OwnFault } from '@zhiheng/vocabulary';
import type { Value } from './second-session.js';

/** Quoted texts and names, in which a question mark is itself, and the marks. */
const parts = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g;

/** The statement with its parameters written where their marks stand. */
export function withParameters(sql: string, parameters: readonly Value[]): string {
  let next = 0;
  const written = sql.replaceAll(parts, (part) => (part === '?' ? literal(parameters[next++]) : part));
  if (next !== parameters.length) throw new OwnFault(`${parameters.length} parameters for ${next} marks\nSQL: ${sql}`);
  return written;
}

function literal(value: Value | undefined): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? null);
}
