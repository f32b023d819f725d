import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Packing } from '../link/packed-link.js';

/** Raw deflate of Node.js. */
export const nodePacking: Packing = {
  deflate: promisify<Uint8Array, Uint8Array>(deflateRaw),
  inflate: (bytes, limit) =>
    new Promise((resolve, reject) => {
      inflateRaw(bytes, { maxOutputLength: limit }, (error, inflated) => {
        if (error === null) resolve(inflated);
        else reject(error);
      });
    }),
};
