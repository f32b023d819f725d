import { displayName } from '../names/canonical-name.js';
import type { ModelCode } from '../source/diagnostic-codes.js';
import type { Findings } from '../source/findings.js';
import type { Span } from '../source/source-text.js';
import { lineText } from '../source/source-text.js';

/** Optional features of XMILE that Weir does not have yet (XMILE 1.0, 7.3.2 to 7.3.8). */
export type Feature = 'array' | 'module' | 'macro' | 'conveyor' | 'queue' | 'import' | 'event-poster';

const FEATURES: Readonly<
  Record<Feature, { readonly code: ModelCode; readonly subject: string; readonly hint?: string }>
> = {
  array: {
    code: 'unsupported-array',
    subject: 'Arrays of modules are',
    hint: 'Give the variables in the module the dimensions instead.',
  },
  module: {
    code: 'unsupported-module',
    subject: 'Modules whose model stands in another file (`resource`) are',
    hint: 'Put the model into this file, as a second `<model>`.',
  },
  macro: {
    code: 'unsupported-macro',
    subject: 'Macros with a run specification of their own are',
    hint: 'Remove `<sim_specs>` from the macro; it then runs along with the model.',
  },
  conveyor: { code: 'unsupported-conveyor', subject: 'Conveyors (and ovens) are' },
  queue: { code: 'unsupported-queue', subject: 'Queues are' },
  import: { code: 'unsupported-import', subject: 'Values imported from other files are' },
  'event-poster': { code: 'unsupported-event-poster', subject: 'Event posters are' },
};

/** How many users of a feature a message names. */
const NAMED = 5;

/** Gathers where a file uses what Weir lacks: one diagnostic a feature, naming each user, instead of one a use. */
export class Unsupported {
  private readonly uses = new Map<Feature, { readonly span: Span; readonly user: string | undefined }[]>();

  /**
   * Notes one use.
   *
   * @param user - Name of the variable that uses it, as written; none for the file as a whole.
   */
  note(feature: Feature, span: Span, user?: string): void {
    const uses = this.uses.get(feature) ?? [];
    uses.push({ span, user });
    this.uses.set(feature, uses);
  }

  /** Whether a feature has been met. */
  has(feature: Feature): boolean {
    return this.uses.has(feature);
  }

  /** Whether anything has been met. */
  met(): boolean {
    return this.uses.size > 0;
  }

  /** Reports every feature met, at its first use by a variable. */
  report(findings: Findings): void {
    for (const [feature, uses] of this.uses) {
      const { code, subject, hint } = FEATURES[feature];
      const named = uses.filter((use) => use.user !== undefined);
      const first = named[0] ?? uses[0];
      if (first === undefined) continue;
      // Each user once, at its first use.
      const users = new Map<string, string>();
      for (const { user, span } of named)
        if (user !== undefined && !users.has(user))
          users.set(user, lineText(findings.source, span, first.span));
      const names = [...users].map(([user, line]) => `\`${displayName(user)}\` (${line})`);
      const shown = names.slice(0, NAMED).join(', ');
      const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
      const where = names.length === 0 ? 'this file uses them here' : `used by ${shown}${more}`;
      findings.error(code, first.span, `${subject} not supported yet: ${where}.`, {
        variable: first.user,
        hint,
      });
    }
  }
}
