import type { Actor, Role } from '@zhiheng/vocabulary';

/** Roles by which tasks are worked on. */
export const doerRoles: readonly Role[] = [
  'planner',
  'statistician',
  'screener',
  'decider',
  'reviewer',
  'case-officer',
  'region',
];

/** An organisation as tasks know it. */
export interface TaskOrganisation {
  readonly id: string;
  readonly parent: string | null;
  readonly area: string | null;
  readonly closed: boolean;
}

/** Who stands under whom, and what follows from it for tasks. */
export class OrganisationTree {
  readonly #byId: ReadonlyMap<string, TaskOrganisation>;
  readonly #below = new Map<string, string[]>();

  constructor(organisations: readonly TaskOrganisation[]) {
    this.#byId = new Map(organisations.map((one) => [one.id, one]));
    for (const { id, parent } of organisations) {
      if (parent !== null) this.#below.set(parent, [...(this.#below.get(parent) ?? []), id]);
    }
  }

  get(id: string): TaskOrganisation | null {
    return this.#byId.get(id) ?? null;
  }

  ids(): string[] {
    return [...this.#byId.keys()];
  }

  /** The one at the top; null where there is none. */
  top(): string | null {
    return [...this.#byId.values()].find(({ parent }) => parent === null)?.id ?? null;
  }

  /** The organisation and all below it. */
  subtree(id: string): string[] {
    const found = [id];
    // A list walks over what is added to it on the way.
    for (const one of found) found.push(...(this.#below.get(one) ?? []));
    return found;
  }

  /** The organisation so many steps up; the top where there are fewer. Null for one that stands at the top. */
  above(id: string, steps: number): string | null {
    let at = this.#byId.get(id)?.parent ?? null;
    for (let step = 1; step < steps && at !== null; step += 1) at = this.#byId.get(at)?.parent ?? at;
    return at;
  }

  /** Whether the one stands above the other, or is it. */
  holds(upper: string, lower: string): boolean {
    for (let at: string | null = lower; at !== null; at = this.#byId.get(at)?.parent ?? null)
      if (at === upper) return true;
    return false;
  }

  /** The area that an organisation answers for: its own, or that of the nearest above; null for the whole. */
  areaOf(id: string): string | null {
    for (let at = this.#byId.get(id); at !== undefined; at = this.#byId.get(at.parent ?? '')) {
      if (at.area !== null) return /^\d{6}$/.test(at.area) ? at.area : null;
    }
    return null;
  }

  /** Whether somebody speaks for the organisation that assigned a task: a planner everywhere, or a planner or region of it or above it. */
  speaksFor(actor: Actor, organisation: string): boolean {
    if (actor.kind === 'operator') return true;
    if (!actor.roles.some((role) => role === 'planner' || role === 'region')) return false;
    if (actor.roles.includes('planner') && this.seesAll(actor)) return true;
    return actor.organisation !== null && this.holds(actor.organisation, organisation);
  }

  /** Whether somebody holds a role by which tasks are worked on. */
  works({ roles }: Actor): boolean {
    return roles.some((role) => doerRoles.includes(role));
  }

  /** Whether somebody stands for the whole: areas everywhere, in an organisation that answers for no area of its own. */
  seesAll({ organisation, areas }: Actor): boolean {
    return areas === 'everywhere' && organisation !== null && this.areaOf(organisation) === null;
  }
}
