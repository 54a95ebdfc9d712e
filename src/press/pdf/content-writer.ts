/** A content stream as it is written: long stretches copied from an old one, and short ones of text between them. */

export class ContentWriter {
  private bytes: Buffer;
  private length = 0;

  /** @param expected about how long it will be */
  constructor(expected: number) {
    this.bytes = Buffer.allocUnsafe(Math.ceil(expected * 1.1) + 256);
  }

  /** Copies the bytes of `from` in [start, end). */
  copy(from: Uint8Array, start: number, end: number): void {
    if (end <= start) return;
    this.makeRoom(end - start);
    this.bytes.set(from.subarray(start, end), this.length);
    this.length += end - start;
  }

  /** Writes text of one byte a character. */
  write(text: string): void {
    this.makeRoom(text.length);
    this.length += this.bytes.write(text, this.length, 'latin1');
  }

  /** What was written. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private makeRoom(wanted: number): void {
    if (this.length + wanted <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + wanted));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
