import type { PublicationRound, RoundStep } from '@zhiheng/indicators';
import type { CommandContext } from '../commands/command.js';
import { compareVintages } from '../comparing/compare-vintages.js';
import { actingNow } from '../definitions/draft-rows.js';
import type { Office } from '../office.js';

/** Publishes a proposed vintage; values of the one before that differ are counted for the correction notice. */
export async function signVintage(step: RoundStep, { office, actor }: CommandContext): Promise<PublicationRound> {
  const round = await office.publications.get(step.vintage);
  const replaces = await office.publications.current();
  const differing =
    replaces === null || replaces.vintage === round.vintage
      ? {}
      : await correctedBy(office, replaces.vintage, round.vintage);
  return office.publications.sign(step, { replaces, differing }, await actingNow(office, actor));
}

/** How many values that a vintage told another tells otherwise, by indicator; none of them 0. */
export async function correctedBy(office: Office, before: string, after: string): Promise<Record<string, number>> {
  const { indicators } = await compareVintages(office, { before, after, limit: 0, published: false });
  return Object.fromEntries(
    indicators.flatMap(({ indicator, corrected }) => (corrected === 0 ? [] : [[indicator, corrected]])),
  );
}
