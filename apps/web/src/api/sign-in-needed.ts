let lead: () => void = () => undefined;

/** Says what to do when the server answers that nobody is signed in. */
export function whenSignInIsNeeded(act: () => void): void {
  lead = act;
}

/** An answer said that nobody is signed in, or that the session has ended. */
export function tellSignInNeeded(): void {
  lead();
}
