/** Over TLS the name itself forbids a cookie that another host or an unprotected page set. */
const nameWhen = (secure: boolean) => (secure ? '__Host-zhiheng_session' : 'zhiheng_session');

/** The session token among the cookies of a request; null for none. */
export function sessionTokenOf(header: string | undefined, secure: boolean): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === nameWhen(secure) && value !== undefined && value !== '') return value;
  }
  return null;
}

/** The header that gives the browser a session, until it is closed; `secure`: only over TLS. */
export function sessionCookie(token: string, secure: boolean): string {
  return `${nameWhen(secure)}=${token}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** The header that takes it back. */
export function noSessionCookie(secure: boolean): string {
  return `${sessionCookie('', secure)}; Max-Age=0`;
}
