import type { Packing } from '@weir/study';

/** Raw deflate of the browser's own streams. */
export const browserPacking: Packing = {
  deflate: (bytes) => piped(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY),
  inflate: (bytes, limit) => piped(bytes, new DecompressionStream('deflate-raw'), limit),
};

async function piped(
  bytes: Uint8Array,
  through: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array> {
  const source = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(through);
  const reader = source.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError('The link unpacks to more than a link can be.');
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts.map((part) => Uint8Array.from(part))).arrayBuffer());
}
