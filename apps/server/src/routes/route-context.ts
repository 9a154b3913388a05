import type { Office } from '@zhiheng/office';
import { carryOut } from '@zhiheng/office';

export interface RouteContext {
  readonly office: Office;
  readonly person: string;
}

/** The answer of a command, as the command line would give it with `--json`. */
export async function answer<Answer>(context: RouteContext, name: string, input: object): Promise<Answer> {
  const { office, person } = context;
  const { json } = await carryOut(name, input, { office, person, onProgress: () => {} });
  return json as Answer;
}

/** `a,b` → `['a', 'b']`; nothing → undefined. */
export function listOf(text: string | undefined): string[] | undefined {
  const parts = text?.split(',').filter((part) => part !== '');
  return parts === undefined || parts.length === 0 ? undefined : parts;
}
