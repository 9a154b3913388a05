/** The least number of characters; the server holds the rule, this only says it beforehand. */
const least = 12;

/** Whether a new password, written twice, can be sent. */
export function passwordState(password: string, again: string): 'short' | 'different' | 'fits' {
  if ([...password].length < least) return 'short';
  return password === again ? 'fits' : 'different';
}
