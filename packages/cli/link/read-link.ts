import { decodeLink, type LinkState, unpackedLink } from '@weir/study';
import { nodePacking } from '@weir/study/node';
import { usageFailure } from '../failure.js';
import type { Verb } from '../verbs/verb.js';

/**
 * The state of a link of the lab: an address, or what stands after its `#`. Parts that cannot be read are warned of.
 *
 * @throws Failure: usage, where the link names no model.
 */
export async function readLink({ warn }: Verb, text: string): Promise<LinkState> {
  const { state, ignored } = decodeLink(await unpackedLink(text, nodePacking));
  warn(
    ignored.map(({ part, reason }) => ({
      code: 'link-part-ignored',
      severity: 'warning',
      message: `\`${part}\` of the link was left out. ${reason}`,
    })),
  );
  if (state !== undefined) return state;
  const hint = "Give the whole address of the lab, in quotes, as in '#v=1&m=MODEL&s=SCENARIO'.";
  throw usageFailure('link-without-model', 'The link names no model.', hint);
}
