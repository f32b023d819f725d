import { marker } from '@weir/figures';
import type { PolicyLook } from './policy-look.js';
import { SvgTree } from './svg-tree.js';

/** A policy's line and point beside its name. */
export function Swatch({ look }: { readonly look: PolicyLook }) {
  const { color, dash, width } = look;
  return (
    <svg className="swatch" width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
      <line x1="1" x2="33" y1="7" y2="7" stroke={color} strokeWidth={width} strokeDasharray={dash} />
      <SvgTree node={marker(17, 7, look, 5)} />
    </svg>
  );
}
