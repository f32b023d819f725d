import type { PolicyExplanation } from '../mechanism/explain-policy.js';
import type { PublishedTable } from '../study-file/study.js';
import type { ModelFinding } from './findings.js';
import type { PolicyEffects } from './policy-effects.js';

/** A model under one correction or group of them. */
export interface AuditedVariant {
  /** A correction's id, a group's name, or `none`. */
  readonly id: string;
  readonly kind: 'published' | 'correction' | 'group';
  /** Ids of the corrections in force. */
  readonly corrections: readonly string[];
  /** Absent for a group. */
  readonly title?: string;
  readonly status?: 'proved' | 'inferred';
  readonly effects: PolicyEffects;
}

/** A directional claim, and under which variants it holds. */
export interface AuditedClaim {
  readonly id: string;
  readonly sentence: string;
  readonly source: string;
  readonly stated: 'findings' | 'publication';
  readonly outcome: string;
  readonly scenario: string;
  readonly than: string;
  readonly direction: 'higher' | 'lower';
  /** By variant id; null where a policy has no point of rest. */
  readonly holds: Readonly<Record<string, boolean | null>>;
  /** Over all variants that could be solved. */
  readonly verdict: 'all' | 'none' | 'some';
}

/** A published figure beside the value of a run with the published numerics. */
export interface AuditedFigure {
  readonly table: string;
  readonly label: string;
  readonly scenario: string;
  readonly outcome: string;
  readonly unit: string;
  readonly printed: string;
  readonly value: number | null;
}

/** Arithmetic of the publication, executed step by step. */
export interface AuditedEstimate {
  readonly name: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly steps: readonly { readonly name: string; readonly text: string; readonly value: number }[];
  readonly note?: string;
}

/** What an audit of a published model came to. */
export interface ModelAuditDocument {
  readonly weir: string;
  readonly model: string;
  readonly title: string;
  readonly works: string;
  readonly baseline: string;
  readonly findings: readonly ModelFinding[];
  readonly variants: readonly AuditedVariant[];
  readonly claims: readonly AuditedClaim[];
  readonly mechanisms: readonly PolicyExplanation[];
  readonly tables: readonly Pick<PublishedTable, 'id' | 'note' | 'source' | 'title'>[];
  readonly figures: readonly AuditedFigure[];
  readonly estimates: readonly AuditedEstimate[];
  readonly stands: string;
}
