import type { ErrorEntry } from './error-entry.js';

/** Codes of organisations and accounts; part of `errorTable`. */
export const errorsOfPeople = {
  'organisation-wrong': {
    message: 'the organisation cannot be so: {what}',
    http: 409,
    exit: 1,
    advice: 'Look at the tree with zhiheng org list.',
  },
  'account-wrong': { message: 'not a name for an account', http: 400, exit: 1, advice: 'Choose a name of this form.' },
  'account-state': {
    message: 'the account is {state}',
    http: 409,
    exit: 1,
    advice: 'Look at it with zhiheng account list.',
  },
  'person-wrong': { message: 'the person cannot be kept so: {what}', http: 400, exit: 1, advice: 'Correct the field.' },
  'reason-names-person': {
    message: 'the reason names the person behind {pseudonym}',
    http: 400,
    exit: 1,
    advice: 'Give a reason without the name: reasons are kept for good.',
  },
  'administrator-exists': {
    message: 'the office has an administrator',
    http: 409,
    exit: 1,
    advice: 'Ask the named account; further administrators are proposed and confirmed.',
  },
  'link-wrong': {
    message: 'the one-time link does not hold: {what}',
    http: 400,
    exit: 1,
    advice: 'Ask an administrator for a new one.',
  },
  'password-weak': {
    message: 'the password is too weak: {what}',
    http: 400,
    exit: 1,
    advice: 'Take several words that do not belong together.',
  },
  'sign-in-refused': {
    message: 'name or password is wrong',
    http: 401,
    exit: 4,
    advice: 'Try again, or ask an administrator for a one-time link.',
  },
  'sign-in-throttled': {
    message: 'too many attempts; the next may be made at {until}',
    http: 429,
    exit: 4,
    advice: 'Wait until then.',
  },
  'key-wrong': { message: 'the key cannot be made: {what}', http: 400, exit: 1, advice: 'Correct what is named.' },
  'validity-wrong': { message: 'the days do not fit', http: 400, exit: 1, advice: 'Correct the named day.' },
  'role-wrong': { message: 'the role cannot be given: {what}', http: 400, exit: 1, advice: 'Correct what is named.' },
  'four-eyes': {
    message: 'another person has to do this',
    http: 403,
    exit: 4,
    advice: 'Ask a colleague with this right; the local operator does not count as one.',
  },
  'decided-already': {
    message: '{who} decided before, at {time}: {state}',
    http: 409,
    exit: 1,
    advice: 'Look at the decision; propose anew if it should be another.',
  },
  'delegation-wrong': {
    message: 'the delegation cannot be so: {what}',
    http: 400,
    exit: 1,
    advice: 'Correct what is named.',
  },
  // acts and the calendar
  'act-refused': {
    message: '{what}',
    http: 409,
    exit: 1,
    advice: 'The refusal names what would be possible now, and by whom.',
  },
  'state-changed': {
    message: '{who} did {act} at {time}, before this act',
    http: 409,
    exit: 1,
    advice: 'Look at the new state and decide again.',
  },
  'calendar-wrong': {
    message: '{what}',
    http: 400,
    exit: 1,
    advice: 'Correct the named lines; the sheet beside the shipped list of working days explains its columns.',
  },
  'mail-wrong': {
    message: 'the letter cannot be sent',
    http: 400,
    exit: 1,
    advice: 'Correct the named field of the letter.',
  },
} as const satisfies Record<string, ErrorEntry>;
