import { displayName } from '../names/canonical-name.js';

const BARE = /^[A-Za-z_$\u0080-\uffff][A-Za-z0-9_$'\u0080-\uffff ]*$/;

/** A name as Vensim writes it: bare where it may be, otherwise in quotes with its quotes escaped. */
export function vensimName(name: string): string {
  return BARE.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

const QUOTED = /^"(?:[^"\\\r\n]|\\["\\])*"$/;

/** A written name in Vensim's form: as it is where Vensim reads it so, otherwise made of the name as shown. */
export function asVensimName(written: string): string {
  return BARE.test(written) || QUOTED.test(written) ? written : vensimName(displayName(written));
}
