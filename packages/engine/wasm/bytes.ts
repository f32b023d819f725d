const FIRST_CAPACITY = 256;
/** Bytes of a number written by {@link ByteWriter.paddedUnsigned}. */
const PADDED = 5;

/** Bytes written one after the other, in the encodings of WebAssembly's binary format. */
export class ByteWriter {
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Number of bytes written. */
  get length(): number {
    return this.#length;
  }

  /** What has been written so far; shares memory with the writer. */
  get written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  /** A whole number from 0 to 2^32 - 1, in LEB128. */
  unsigned(value: number): void {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** A whole number from -2^31 to 2^31 - 1, in signed LEB128. */
  signed(value: number): void {
    let rest = value | 0;
    for (;;) {
      const low = rest & 0x7f;
      rest >>= 7;
      const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
      this.byte(isLast ? low : low | 0x80);
      if (isLast) return;
    }
  }

  /** As {@link unsigned}, always in five bytes, so that it can be rewritten. */
  paddedUnsigned(value: number): void {
    this.#reserve(PADDED);
    this.#length += PADDED;
    this.rewrite(this.#length - PADDED, value);
  }

  /** Rewrites the number that {@link paddedUnsigned} wrote at a position. */
  rewrite(position: number, value: number): void {
    for (let index = 0; index < PADDED; index += 1) {
      const more = index < PADDED - 1 ? 0x80 : 0;
      this.#bytes[position + index] = ((value >>> (7 * index)) & 0x7f) | more;
    }
  }

  /** A double, little-endian, its bits as they are. */
  double(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** A name of ASCII letters and digits, with its length before it. */
  name(text: string): void {
    this.unsigned(text.length);
    for (let index = 0; index < text.length; index += 1) this.byte(text.charCodeAt(index));
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
