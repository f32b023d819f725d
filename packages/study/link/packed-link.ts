import { LINK_VERSION } from './encode-link.js';
import { LONGEST_PLAIN_LINK } from './link-text.js';

/** Raw deflate of bytes (RFC 1951), from the platform: Node's zlib, or a browser's streams. */
export interface Packing {
  readonly deflate: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Rejects for bytes that are not deflated, or come to more than `limit` bytes. */
  readonly inflate: (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;
}

/** Longest fragment that a packed link may come to: a hostile one must not fill the memory. */
const LONGEST_UNPACKED = 100_000;

const PACKED = /(?:^|&)z=([A-Za-z0-9_-]*)/;

/** A fragment as it is, or packed where it is too long for some programs that carry links. */
export async function packedLink(fragment: string, { deflate }: Packing): Promise<string> {
  if (fragment.length <= LONGEST_PLAIN_LINK) return fragment;
  const bytes = await deflate(new TextEncoder().encode(fragment));
  return `v=${LINK_VERSION}&z=${base64Url(bytes)}`;
}

/** The plain fragment of one that may be packed; what cannot be unpacked comes back as it is. */
export async function unpackedLink(text: string, { inflate }: Packing): Promise<string> {
  const fragment = text.slice(text.indexOf('#') + 1);
  const packed = PACKED.exec(fragment)?.[1];
  if (packed === undefined) return fragment;
  try {
    return new TextDecoder().decode(await inflate(bytesOf(packed), LONGEST_UNPACKED));
  } catch {
    return fragment;
  }
}

function base64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (mark) => mark.charCodeAt(0));
}
