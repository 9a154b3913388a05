/** The bytes of one uncompressed file, from first to last; the disk stays behind it. */
export interface ByteSource {
  stream(): AsyncIterable<Buffer>;
}
