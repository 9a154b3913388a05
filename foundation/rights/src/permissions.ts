import type { PermissionEntry } from './permission.js';
import { permissionsOfFigures } from './permissions-of-figures.js';
import { permissionsOfOffice } from './permissions-of-office.js';
import { permissionsOfPeople } from './permissions-of-people.js';
import { permissionsOfTasks } from './permissions-of-tasks.js';

const table = { ...permissionsOfFigures, ...permissionsOfTasks, ...permissionsOfPeople, ...permissionsOfOffice };

/** One thing that may be done, as `resource:action`. */
export type Permission = keyof typeof table;

/** Every permission there is, with what it means; what is not here nobody may do. */
export const permissions: Readonly<Record<Permission, PermissionEntry>> = table;

/** Their names, in the order of the table. */
export const permissionNames = Object.keys(table) as Permission[];

/** True for a text that names a permission. */
export function isPermission(value: string): value is Permission {
  return Object.hasOwn(permissions, value);
}
