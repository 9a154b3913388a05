/** A text file that a person wrote: mapping or coverage block. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

export interface LoadRequest {
  readonly paths: readonly string[];
  readonly format?: string;
  readonly mapping?: WrittenFile;
  readonly covers?: WrittenFile;
  /** Keep the whole records before a damage instead of refusing the file. */
  readonly keepComplete: boolean;
}
