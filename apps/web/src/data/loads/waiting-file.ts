/** A file that was chosen: on its way to the server, waiting there, or refused. */
export interface WaitingFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  /** Id at the server once it is there. */
  readonly upload: string | null;
  readonly error: unknown;
  readonly stop: AbortController;
}

/** A text that says how files are read. */
export interface GivenText {
  /** Name that coverage gives as its source. */
  readonly path: string;
  readonly text: string;
}

export const isMapping = (name: string): boolean => /\.ya?ml$/i.test(name);
