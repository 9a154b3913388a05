/** How a route is asked in the matrix: by hand, from the design, not from the routes. */
export interface AskedRoute {
  /** The right that the design gives the route. */
  readonly needs: string;
  /** Signs of conditions that this very request meets: `a` own area, `o` own organisation, `s` one's own, `4` another person. */
  readonly met?: string;
  /** The address asked where it is not the pattern itself. */
  readonly url?: string;
  readonly body?: object | string;
  /** Asked last: it ends the session. */
  readonly last?: true;
}
