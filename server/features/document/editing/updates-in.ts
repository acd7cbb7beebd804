import * as decoding from 'lib0/decoding';

/** The Yjs updates in a row of the log: each after its length. */
export function* updatesIn(bytes: Uint8Array): Generator<Uint8Array> {
  const decoder = decoding.createDecoder(bytes);
  while (decoding.hasContent(decoder)) yield decoding.readVarUint8Array(decoder);
}
