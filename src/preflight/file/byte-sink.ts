/** Bytes that grow: what a filter writes, one by one or in runs, up to a limit. */
export interface ByteSink {
  push(byte: number): void;
  pushAll(bytes: Uint8Array): void;
  /** The limit is reached; more is dropped. */
  full(): boolean;
  bytes(): Uint8Array;
}

export function byteSink(limit: number): ByteSink {
  let held = new Uint8Array(1 << 12);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= held.length) return;
    const larger = new Uint8Array(Math.max(held.length * 2, length + more));
    larger.set(held.subarray(0, length));
    held = larger;
  };
  return {
    push(byte) {
      if (length >= limit) return;
      reserve(1);
      held[length++] = byte;
    },
    pushAll(bytes) {
      const piece = bytes.subarray(0, limit - length);
      reserve(piece.length);
      held.set(piece, length);
      length += piece.length;
    },
    full: () => length >= limit,
    bytes: () => held.subarray(0, length),
  };
}
