import { LINK_FIELDS } from './link-fields.js';
import type { LinkState } from './link-state.js';

/** The version of links that this Weir writes. */
export const LINK_VERSION = '1';

/**
 * A state as the fragment of a link, without `#`. Keys stand in a fixed order and what a link stands for anyway is left
 * out, so that one state has one text.
 *
 * @example encodeLink({ model: 'tank', draws: 500, ... }) // 'v=1&m=tank&n=500'
 */
export function encodeLink(state: LinkState): string {
  const parts = LINK_FIELDS.flatMap(({ key, write }) => {
    const text = write(state);
    return text === undefined ? [] : [`${key}=${text}`];
  });
  return [`v=${LINK_VERSION}`, ...parts].join('&');
}
