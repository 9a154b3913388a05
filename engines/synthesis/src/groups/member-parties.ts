import type { Random } from '../random.js';
import type { GroupKind, PatentGroupName } from './group-kinds.js';
import type { PlantedParties, PlantedPatent, PlantedRole } from './planted-patent.js';

const roles: Readonly<Record<PatentGroupName, PlantedRole>> = {
  'exact-copy': 'copy',
  'title-only': 'retitled',
  edited: 'edited',
  'slots-exchanged': 'slots-exchanged',
  recombined: 'recombined',
  'contained-passage': 'container',
  'earlier-publication': 'patched',
  'other-form': 'other-form',
  'machine-text': 'machine-text',
  'needless-narrowing': 'overlong',
  burst: 'burst',
  scattered: 'connected',
  'early-transfer': 'sold',
  'false-inventor': 'false-inventor',
  'agency-rate': 'represented',
};

/** The role of the member of a number: sources first, then cores, then those made from them. */
export function roleOf(kind: GroupKind, ordinal: number): PlantedRole {
  if (ordinal < kind.sources) return 'source';
  return ordinal < kind.sources + kind.cores ? 'core' : roles[kind.name];
}

const nobody: PlantedParties = { holder: null, address: null, agency: null, inventor: null, contact: null };

/** Numbers of parties that a group may give out: none is another group's. */
const perGroup = 100;

type Standing = Pick<PlantedPatent, 'parties' | 'transfer' | 'outcome'>;

/**
 * Who stands behind a member. `shared` draws what the whole group has in common and must be at the same point for every
 * member, `own` what is the member's.
 */
export function memberParties(
  kind: GroupKind,
  groupNumber: number,
  ordinal: number,
  shared: Random,
  own: Random,
): Standing {
  const base = groupNumber * perGroup;
  const one = base;
  const each = base + 1 + ordinal;
  const plain = (parties: Partial<PlantedParties>): Standing => ({
    parties: { ...nobody, ...parties },
    transfer: null,
    outcome: null,
  });
  // What is to be copied from a publication has to be published in good time.
  if (ordinal < kind.sources) return { ...plain({}), outcome: kind.spacing === 'years' ? 'granted' : null };
  switch (kind.name) {
    case 'burst':
      return plain({ holder: one, inventor: one });
    case 'scattered':
      return plain({ holder: each, ...connection(one, shared) });
    case 'early-transfer':
      return {
        ...plain({ holder: one }),
        transfer: { afterDays: own.between(60, 330), buyer: base + 50 + own.between(0, 3) },
      };
    case 'false-inventor':
      return plain({ holder: each, inventor: one });
    case 'agency-rate':
      return {
        ...plain({ agency: one }),
        outcome: own.chance(0.8) ? own.one(['refused', 'withdrawn'] as const) : null,
      };
    default:
      return plain(common(one, each, base + 1 + (ordinal % 3), shared));
  }
}

/** Copies come from one holder, from a few at one address, or from many through one agency. */
function common(one: number, each: number, few: number, shared: Random): Partial<PlantedParties> {
  const draw = shared.fraction();
  if (draw < 0.5) return { holder: one };
  if (draw < 0.75) return { holder: few, address: one };
  return { holder: each, agency: one };
}

/** Holders in different places are connected by one or two of address, agency, inventor and contact. */
function connection(one: number, shared: Random): Partial<PlantedParties> {
  const links = ['address', 'agency', 'inventor', 'contact'] as const;
  const first = shared.between(0, 3);
  const second = shared.chance(0.5) ? shared.between(0, 3) : first;
  return Object.fromEntries([first, second].map((index) => [links[index] ?? 'address', one]));
}
