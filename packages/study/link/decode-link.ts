import { LINK_VERSION } from './encode-link.js';
import { LINK_FIELDS } from './link-fields.js';
import { LINK_DEFAULTS, type LinkState } from './link-state.js';

/** A part of a link that says nothing this Weir can use. */
export interface IgnoredPart {
  readonly part: string;
  /** A whole sentence for people. */
  readonly reason: string;
}

/** What a link says. */
export interface DecodedLink {
  /** Absent where the link names no model. */
  readonly state?: LinkState;
  readonly ignored: readonly IgnoredPart[];
}

/** Longest text of a part that is quoted back. */
const LONGEST_QUOTE = 80;

/**
 * Reads the fragment of a link, with or without `#`, or a whole link. Never throws: parts that cannot be read are listed
 * and left out. Nothing is changed to fit; whether ids exist in the model is checked by `fitLink`.
 */
export function decodeLink(text: string): DecodedLink {
  const fragment = text.slice(text.indexOf('#') + 1);
  const ignored: IgnoredPart[] = [];
  const found = new Map<string, string>();
  for (const part of fragment.split('&')) {
    if (part === '') continue;
    const split = part.indexOf('=');
    const key = split < 0 ? part : part.slice(0, split);
    const reason = found.has(key) ? 'It stands twice; the first one counts.' : undefined;
    const isKnown = key === 'v' || LINK_FIELDS.some((field) => field.key === key);
    if (!isKnown || split < 0 || reason !== undefined) {
      ignored.push({ part: quoted(part), reason: reason ?? 'This version does not know it.' });
    } else found.set(key, part.slice(split + 1));
  }
  const version = found.get('v');
  if (found.size > 0 && version !== LINK_VERSION) {
    const reason = `The link is of version ${version ?? 'unknown'}; this reads version ${LINK_VERSION}.`;
    ignored.push({ part: quoted(`v=${version ?? ''}`), reason });
  }
  let state: Partial<LinkState> = {};
  for (const { key, read } of LINK_FIELDS) {
    const value = found.get(key);
    if (value === undefined) continue;
    const part = read(value);
    if (part === undefined) ignored.push({ part: quoted(`${key}=${value}`), reason: 'It cannot be read.' });
    else state = { ...state, ...part };
  }
  const { model } = state;
  return model === undefined ? { ignored } : { state: { ...LINK_DEFAULTS, ...state, model }, ignored };
}

function quoted(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}...`;
}
