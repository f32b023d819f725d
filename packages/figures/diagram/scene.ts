import type { CanonicalName, LabelSide, Point } from '@weir/model';
import type { Bridge } from './bridges.js';
import type { Outline, Rectangle } from './geometry.js';
import type { Label } from './label.js';
import type { LinkCurve } from './link-curve.js';
import type { Pipe } from './pipe.js';

/** A view with every size, line break and color settled: drawing it needs no further thought. */
export interface Scene {
  readonly bounds: Rectangle;
  readonly frames: readonly SceneFrame[];
  readonly notes: readonly Label[];
  readonly links: readonly SceneLink[];
  readonly flows: readonly SceneFlow[];
  readonly nodes: readonly SceneNode[];
}

/** A sector's frame with its title. */
export interface SceneFrame {
  readonly box: Rectangle;
  readonly title: Label;
  readonly color: string;
}

/** A stock, an auxiliary or an alias. */
export interface SceneNode {
  readonly kind: 'stock' | 'auxiliary' | 'constant' | 'alias';
  readonly variable: CanonicalName;
  readonly name: string;
  readonly outline: Outline;
  /** Where the file wants the name; `center` where it stands inside the shape. */
  readonly side: LabelSide;
  readonly label: Label;
  readonly color: string;
}

/** A flow: valve, pipe, and what stands at open ends. */
export interface SceneFlow {
  readonly variable: CanonicalName;
  readonly name: string;
  readonly valve: Point;
  readonly upright: boolean;
  /** Absent where the file gives fewer than two points. */
  readonly pipe?: Pipe;
  readonly bridges: readonly Bridge[];
  /** Ends outside the model. */
  readonly clouds: readonly Point[];
  /** Ends at stocks that this view does not show. */
  readonly elsewhere: readonly { readonly at: Point; readonly label: Label }[];
  /** Where the file wants the name. */
  readonly side: LabelSide;
  readonly label: Label;
  readonly color: string;
}

/** A connector, as an arrow. */
export interface SceneLink {
  readonly curve: LinkCurve;
  readonly polarity?: '+' | '-';
}
