import type { Role } from '@zhiheng/vocabulary';
import type { Selectable } from 'kysely';
import type { AccountState } from './account-state.js';
import type { OrganisationKind } from './organisation-tree.js';
import type { GrantState } from './role-grant.js';

/** Moments are ISO 8601 UTC, days `YYYY-MM-DD`, lists canonical JSON; no column holds personal data or a secret. */
export interface AccountTables {
  readonly organisations: {
    readonly id: string;
    readonly parent: string | null;
    readonly kind: OrganisationKind;
    readonly name_hans: string;
    readonly name_hant: string;
    readonly name_en: string;
    readonly area: string | null;
    readonly closed_on: string | null;
  };
  readonly accounts: {
    readonly id: string;
    readonly pseudonym: string;
    readonly organisation: string;
    readonly state: AccountState;
    readonly password_hash: string | null;
    readonly created_at: string;
  };
  readonly account_links: {
    readonly token_hash: string;
    readonly account: string;
    readonly made_at: string;
    readonly expires_at: string;
    /** When it was used, or replaced by a newer one. */
    readonly spent_at: string | null;
  };
  readonly account_sessions: {
    readonly id: string;
    readonly token_hash: string;
    readonly account: string;
    readonly address: string | null;
    readonly started_at: string;
    /** To the minute. */
    readonly seen_at: string;
    readonly ends_at: string;
    readonly ended_at: string | null;
    /** The absent colleague in whose place it acts. */
    readonly acting_for: string | null;
  };
  readonly account_keys: {
    readonly prefix: string;
    readonly secret_hash: string;
    readonly account: string;
    readonly label: string;
    readonly permissions: string;
    readonly made_at: string;
    readonly expires_on: string;
    readonly revoked_at: string | null;
  };
  readonly account_roles: {
    readonly id: string;
    readonly account: string;
    readonly role: Role;
    readonly areas: string;
    readonly from_on: string;
    readonly to_on: string | null;
    readonly state: GrantState;
    readonly proposed_by: string;
    readonly proposed_for: string | null;
    readonly decided_by: string | null;
    readonly decided_at: string | null;
  };
  readonly account_delegations: {
    readonly id: string;
    readonly giver: string;
    readonly receiver: string;
    readonly roles: string;
    readonly from_on: string;
    readonly to_on: string;
    readonly ended_at: string | null;
  };
  readonly account_throttles: {
    readonly subject: string;
    readonly failures: number;
    readonly last_at: string;
    readonly blocked_until: string;
    readonly turned_away: number;
  };
}

export type Row<Name extends keyof AccountTables> = Selectable<AccountTables[Name]>;
