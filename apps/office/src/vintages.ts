import { closureIds } from '@zhiheng/indicators';
import type { Act } from '@zhiheng/ledger';
import { isDay, UserFault } from '@zhiheng/vocabulary';
import type { CommandContext } from './commands/command.js';
import { writeFacts } from './decisions/write-facts.js';
import type { ComputeJobInput, ComputeJobOutput } from './jobs/compute-job.js';
import type { Office } from './office.js';
import { currentReference } from './reference.js';
import type { Vintage } from './vintage.js';

export interface ComputeInput {
  readonly release?: string;
  readonly effective?: string;
  readonly programme?: string;
}

export interface ComputeAnswer {
  readonly vintage: string;
  readonly release: string;
  readonly effective: string;
  readonly ledgerPosition: number;
  readonly indicators: number;
  readonly observations: number;
  readonly reused: number;
  readonly seconds: number;
}

/**
 * Computes a vintage: release + ledger position + effective date + reference + definitions. The same five give the same
 * vintage, and no new act while it is the newest; where another came between, an act makes it the newest again. Throws `release-missing`, `definition-wrong`, `date-wrong`.
 */
export async function computeVintage(input: ComputeInput, context: CommandContext): Promise<ComputeAnswer> {
  const { office, actor, onProgress, signal } = context;
  const startedAt = office.clock.now().getTime();
  const { release, act } = await office.release(input.release);
  const effective = input.effective ?? office.today();
  if (!isDay(effective))
    throw new UserFault('date-wrong', { place: { field: 'effective' }, found: effective, expected: 'YYYY-MM-DD' });
  const vintages = await office.ledger.acts('vintage');
  const known = await Promise.all(vintages.map(async ({ hash }) => (await office.store.getJson(hash)) as Vintage));
  const facts = await writeFacts(office, effective, known);
  const order: ComputeJobInput = {
    lakeFolder: office.paths.lake,
    workFolder: office.paths.work,
    definitionsFolder: office.definitionsFolder,
    publishedTexts: office.definitions.texts,
    ownTables: office.tables.texts,
    releaseHash: act.hash,
    effective,
    // What is decided about applications counts from the act that decides it on.
    ledgerPosition: Math.max(act.number, facts?.position ?? 0),
    facts,
    indicators: input.programme === undefined ? null : indicatorsOf(office, input.programme),
    earlier: vintages.map((one) => one.hash),
  };
  const output = await office.runJob<ComputeJobOutput>({ job: 'compute', input: order }, onProgress, signal);
  const { vintage, hash, observations, reused } = output;
  if (vintages.at(-1)?.object !== vintage.name) await office.act(actor, 'vintage', vintage.name, hash);
  return {
    vintage: vintage.name,
    release: release.name,
    effective,
    ledgerPosition: vintage.ledgerPosition,
    indicators: vintage.indicators.length,
    observations,
    reused,
    seconds: (office.clock.now().getTime() - startedAt) / 1000,
  };
}

/** A vintage by name; the newest when left out; null when there is none and none was named. Throws `not-found`. */
export async function findVintage(office: Office, name?: string): Promise<{ vintage: Vintage; act: Act } | null> {
  const act = await office.ledger.last('vintage', name);
  if (act !== null) return { vintage: (await office.store.getJson(act.hash)) as Vintage, act };
  if (name === undefined) return null;
  throw new UserFault('not-found', { found: name, expected: 'a vintage', values: { name } });
}

/** A vintage that is named. Throws `not-found`. */
export async function namedVintage(office: Office, name: string): Promise<{ vintage: Vintage; act: Act }> {
  const found = await findVintage(office, name);
  if (found === null) throw new UserFault('not-found', { found: name, expected: 'a vintage', values: { name } });
  return found;
}

/** Persons who computed a vintage, those in whose place it was done too, each once. */
export async function computersOf(office: Office, name: string): Promise<string[]> {
  const acts = (await office.ledger.acts('vintage')).filter(({ object }) => object === name);
  return [
    ...new Set(
      acts.flatMap(({ person, onBehalfOf }) => (onBehalfOf === null ? [person] : [person, `account:${onBehalfOf}`])),
    ),
  ];
}

function indicatorsOf(office: Office, id: string): string[] {
  const reference = currentReference(office);
  const programme = reference.programme(id);
  const subjects = programme.targets.flatMap((target) => [target.subject, target.denominator]);
  const named = subjects.flatMap((subject) => subject?.indicator ?? []);
  const definitions = reference.definitions();
  const needed = new Set(closureIds(named, definitions));
  return definitions.map((definition) => definition.id).filter((one) => needed.has(one));
}
