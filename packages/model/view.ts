import type { CanonicalName } from './names/canonical-name.js';

/** A point of a diagram, in the file's own units (pixels; y grows downwards). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One page of the diagram (XMILE 1.0, 5.1). */
export interface View {
  readonly name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly items: readonly ViewItem[];
}

/** The side of its shape on which a label stands. */
export type LabelSide = 'top' | 'bottom' | 'left' | 'right' | 'center';

/** A thing drawn in a view. Sizes are absent where the file leaves them to the reader. */
export type ViewItem =
  | (Shown & { readonly kind: 'stock'; readonly width?: number; readonly height?: number })
  | (Shown & { readonly kind: 'flow'; readonly points: readonly Point[] })
  | (Shown & { readonly kind: 'auxiliary' })
  /** A second showing of a variable that stands elsewhere. */
  | (Shown & {
      readonly kind: 'alias';
      readonly uid?: string;
      readonly width?: number;
      readonly height?: number;
    })
  /** A model inside this one. */
  | (Point & {
      readonly kind: 'module';
      readonly module: CanonicalName;
      readonly name: string;
      readonly labelSide?: LabelSide;
      readonly width?: number;
      readonly height?: number;
    })
  | {
      readonly kind: 'connector';
      readonly from: ConnectorEnd;
      readonly to: ConnectorEnd;
      readonly angle?: number;
      readonly points: readonly Point[];
      readonly polarity?: '+' | '-';
    }
  | {
      readonly kind: 'label';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly width?: number;
      readonly height?: number;
    }
  | {
      readonly kind: 'frame';
      readonly name: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

interface Shown extends Point {
  readonly variable: CanonicalName;
  readonly name: string;
  readonly labelSide?: LabelSide;
}

/** Where a connector ends: at a variable's own shape, or at the alias with this uid. */
export type ConnectorEnd = { readonly variable: CanonicalName } | { readonly alias: string };
