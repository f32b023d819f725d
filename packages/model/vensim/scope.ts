import type { CanonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';
import type { Definition } from './definition.js';

/** An equation with what stands around it in its entry. */
export interface Equation {
  readonly definition: Exclude<Definition, { kind: 'range' | 'reality-check' }>;
  readonly units: Span;
  readonly comment: Span;
}

/** Equations that share one space of names: the model's, or those of one macro. */
export interface Scope {
  readonly equations: readonly Equation[];
  /** Names that calls of the macro bring along; empty for the model. */
  readonly parameters: ReadonlySet<CanonicalName>;
}

/** A macro as written. */
export interface MacroScope extends Scope {
  readonly written: string;
  readonly key: CanonicalName;
  readonly inputs: readonly { readonly written: string; readonly key: CanonicalName }[];
  readonly span: Span;
}
