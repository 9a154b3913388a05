/** A file being written, from its first byte to its last. */
export interface OutputFile {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
  /** The file is whole. */
  close(): Promise<void>;
}

/** Where the generator writes: a disk, an archive, or memory in a test. Text is UTF-8 without byte order mark. */
export interface OutputFiles {
  /** Begins a file, whose folder is made where missing; a file of that path is replaced. */
  create(path: string): Promise<OutputFile>;
}
