import {
  addOrganisation,
  closeOrganisation,
  moveOrganisation,
  type NewOrganisation,
  type Organisation,
} from '@zhiheng/accounts';
import type { Day } from '@zhiheng/vocabulary';
import { beginOrganisations, organisationsOf } from '../../people/organisations-of.js';
import { type Command, done } from '../command.js';

/** Every organisation, closed ones too. */
export const orgList: Command<object, Organisation[]> = async (_, { office }) => done(await organisationsOf(office));

/** Adds an organisation. */
export const orgAdd: Command<NewOrganisation, Organisation> = async (added, { office, actor }) => {
  await beginOrganisations(office, actor);
  return done(await addOrganisation(office.people.accounts, actor, added));
};

/** Puts an organisation, with all below it, under another. */
export const orgMove: Command<{ id: string; parent: string }, object> = async ({ id, parent }, { office, actor }) => {
  await beginOrganisations(office, actor);
  await moveOrganisation(office.people.accounts, actor, id, parent);
  return done({});
};

/** Closes an organisation that has neither accounts nor organisations below it. */
export const orgClose: Command<{ id: string }, { closedOn: Day }> = async ({ id }, { office, actor }) => {
  await beginOrganisations(office, actor);
  return done({ closedOn: await closeOrganisation(office.people.accounts, actor, id) });
};
