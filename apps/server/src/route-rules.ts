import { type CommandName, commandRules } from '@zhiheng/office';
import { demandRight, mightDo, type Permission } from '@zhiheng/rights';
import { type Actor, OwnFault } from '@zhiheng/vocabulary';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a route asks for where no command of the office stands behind it. */
    permission?: Permission;
    /** The command behind a route, whose rule it takes; of several, that one of them might be carried out. */
    command?: CommandName | readonly CommandName[];
  }
  interface FastifyInstance {
    /** Every route of this server with what it asks for. */
    routeRules: readonly RouteRule[];
  }
}

/** A route and the permissions of which whoever asks needs one. */
export interface RouteRule {
  readonly method: string;
  readonly url: string;
  readonly permissions: readonly Permission[];
}

/** From here on a route that does not say what it asks for cannot be registered: `OwnFault`. */
export function demandRules(server: FastifyInstance): void {
  const rules: RouteRule[] = [];
  server.decorate('routeRules', rules);
  server.addHook('onRoute', ({ method, url, config }) => {
    const permissions = permissionsOf(config ?? {});
    if (permissions.length === 0) throw new OwnFault(`the route ${String(method)} ${url} states no permission`);
    for (const one of [method].flat()) rules.push({ method: one, url, permissions });
  });
}

/**
 * Refuses whoever may never do what a route asks for, whatever its object; the rest is asked by its command, which knows
 * the object. Throws `sign-in-needed`, `not-allowed`.
 */
export function demandRoute(actor: Actor, config: FastifyContextConfig): void {
  const permissions = permissionsOf(config);
  if (permissions.some((permission) => mightDo(actor, permission))) return;
  for (const permission of permissions) demandRight(actor, permission);
  throw new OwnFault(`a route that nobody guards: ${permissions.join(', ')}`);
}

function permissionsOf({ permission, command = [] }: FastifyContextConfig): Permission[] {
  if (permission !== undefined) return [permission];
  return [command].flat().map((name) => commandRules[name].permission);
}
