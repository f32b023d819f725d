import type { Expression } from '../equation/expression.js';
import type { Flow } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';

/** The key of what a flow with a multiplier brings to the stock it fills. */
export function convertedKey(flow: CanonicalName): CanonicalName {
  return canonicalName(`${flow} (converted)`);
}

/**
 * What a flow with a multiplier brings to the stock it fills: the flow times the multiplier, a hidden flow of its own.
 * The stock it leaves loses the flow itself.
 *
 * @source OASIS XMILE 1.0, 4.3.
 */
export function convertedFlow({ key, name, span }: Flow, multiplier: Expression): Flow {
  const converted = `${name} (converted)`;
  return {
    kind: 'flow',
    written: converted,
    name: converted,
    key: convertedKey(key),
    span,
    hidden: true,
    equation: {
      kind: 'binary',
      operator: '*',
      left: { kind: 'name', written: name, key, span },
      right: multiplier,
      span: multiplier.span,
    },
  };
}
