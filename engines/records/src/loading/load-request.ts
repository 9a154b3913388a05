/** A text file that a person wrote: mapping or coverage block. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

export interface LoadRequest {
  readonly paths: readonly string[];
  readonly format?: string;
  /** Of tables; each of several names the files that it is for. */
  readonly mappings?: readonly WrittenFile[];
  readonly covers?: WrittenFile;
  /** Keep the whole records before a damage instead of refusing the file. */
  readonly keepComplete: boolean;
}
