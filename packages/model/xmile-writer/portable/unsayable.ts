import { BUILTINS, builtinNamed } from '../../equation/builtin-signature.js';
import type { Dimension, Macro, WrittenVariable } from '../../model-file.js';
import { RESERVED_WORDS } from '../../structure/reserved-words.js';
import type { XmileNotes } from '../xmile-notes.js';

/** Dimensions share a namespace with functions in XMILE, and elements with what is named without parentheses, such as DT. */
export function refuseTakenNames(notes: XmileNotes, { name, key, elements, span }: Dimension): void {
  const refuse = (taken: string, as: string) =>
    notes.refuse(span, `\`${taken}\` has a meaning of its own in XMILE and cannot name ${as} there.`, {
      variable: name,
      hint: 'Rename it.',
    });
  if (builtinNamed(key) !== undefined) refuse(name, 'a dimension');
  for (const element of elements) {
    const builtin = builtinNamed(element.key);
    if (builtin !== undefined && BUILTINS[builtin].arity[0] === 0) refuse(element.name, 'an element');
  }
}

/** A macro is called like a function, so that it cannot have the name of one. */
export function refuseTakenMacro(notes: XmileNotes, { name, key, span }: Macro): void {
  if (builtinNamed(key) === undefined && !RESERVED_WORDS.has(key)) return;
  notes.refuse(span, `\`${name}\` has a meaning of its own in XMILE and cannot name a macro there.`, {
    variable: name,
    hint: 'Rename it.',
  });
}

/** Vensim lets a variable have the name of a function, and a graph two points above each other; XMILE neither. */
export function refuseUnsayable(notes: XmileNotes, { name, key, parts, span }: WrittenVariable): void {
  if (builtinNamed(key) !== undefined || RESERVED_WORDS.has(key))
    notes.refuse(
      span,
      `\`${name}\` is a word of XMILE's equation language and cannot name a variable there.`,
      {
        variable: name,
        hint: 'Rename it.',
      },
    );
  for (const { graph, span: at } of parts) {
    if (graph?.x.length === 1)
      notes.refuse(at, `The graph of \`${name}\` has one point; XMILE asks for two.`, {
        variable: name,
        hint: 'Give it the same point again, at another x.',
      });
    const twice = graph?.x.find((x, index) => x === graph.x[index + 1]);
    if (twice !== undefined)
      notes.refuse(
        at,
        `The graph of \`${name}\` has two points at x = ${twice}; in XMILE each x has one y.`,
        {
          variable: name,
          hint: 'Move one of them by a little.',
        },
      );
  }
}
