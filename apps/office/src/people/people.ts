import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AccountsRoom,
  accountMigrations,
  defaultSettings,
  type NewOrganisation,
  readOrganisationList,
} from '@zhiheng/accounts';
import { actsMigrations, Notices, OfficeCalendar, readShippedDays } from '@zhiheng/acts';
import type { Ledger, MigrationSet } from '@zhiheng/ledger';
import type { Clock } from '@zhiheng/vocabulary';
import type { OfficeSettings } from '../settings/office-settings.js';

/** The tables that people's rooms keep in the ledger. */
export const peopleMigrations: readonly MigrationSet[] = [actsMigrations, accountMigrations];

/** Accounts, the working calendar and notices of one office. */
export interface People {
  readonly accounts: AccountsRoom;
  readonly calendar: OfficeCalendar;
  readonly notices: Notices;
  /** The organisations that a new office begins with. */
  shippedOrganisations(): NewOrganisation[];
}

/** Wires the rooms of people to a ledger that was opened with `peopleMigrations`. Throws `reference-wrong`. */
export function wirePeople(ledger: Ledger, clock: Clock, definitionsFolder: string, settings: OfficeSettings): People {
  const path = (name: string) => join(definitionsFolder, 'reference', name);
  const days = path('working-days.csv');
  const calendar = new OfficeCalendar(ledger, readShippedDays(readFileSync(days, 'utf8'), days));
  return {
    accounts: {
      ...{ ledger, clock: () => clock.now(), random: randomBytes },
      get settings() {
        return { ...defaultSettings, timeZone: settings.get('time-zone') };
      },
      calendar: () => calendar.current(),
    },
    calendar,
    notices: new Notices(ledger),
    shippedOrganisations: () => {
      const list = path('organisations.yaml');
      return readOrganisationList(readFileSync(list, 'utf8'), list);
    },
  };
}
