import type { CanonicalName, Expression, Variable } from '@weir/model';
import { subexpressions } from '@weir/model';
import type { ConfidenceContext } from '../confidence-context.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { linearTerms } from '../linear-terms.js';

/** Whether what is left of a capacity is divided by that capacity, and not by another. */
export const ownWhole: ConfidenceTest = {
  id: 'own-whole',
  title: 'What is left of a capacity is a share of that capacity',
  family: 'structure',
  limits:
    'Only quotients of the form (capacity - use) / number are seen. A quotient by another capacity is failed where the model divides others of the form by their own.',
  source: 'Forrester and Senge 1980, structure verification; by comparison of like equations',
  run(context) {
    const found = quotients(context);
    if (found.length === 0) return notApplicable('No equation divides what is left of a capacity.');
    const own = found.filter(({ whole, divisor }) => whole === divisor).length;
    const places = found
      .filter(({ whole, divisor }) => whole !== divisor)
      .map(({ variable, whole, divisor }) => {
        const [top, bottom] = [numberOf(context, whole), numberOf(context, divisor)];
        const [left, by] = [nameOf(context, whole), nameOf(context, divisor)];
        const message = `\`${variable.name}\` divides what is left of \`${left}\` by \`${by}\`: it runs up to ${shown(top / bottom)}, not to 1, and without \`${by}\` it has no value.`;
        return context.at(variable, message, own > 0);
      });
    return judged(places, {
      done: `${counted(found.length, 'quotient')} of what is left of a capacity were found in the equations, with definitions put in.`,
      found:
        places.length === 0
          ? 'Each is divided by its own capacity.'
          : `${counted(places.length, 'is', 'are')} divided by another capacity, ${counted(own, 'is', 'are')} by the own.`,
      numbers: [
        { label: 'quotients', value: found.length },
        { label: 'by their own capacity', value: own },
      ],
    });
  },
};

interface Quotient {
  readonly variable: Variable;
  readonly whole: CanonicalName;
  readonly divisor: CanonicalName;
}

function quotients(context: ConfidenceContext): readonly Quotient[] {
  return [...context.model.variables.values()].flatMap((variable) => {
    if (variable.kind === 'graphical' || variable.kind === 'stock') return [];
    return subexpressions(variable.equation).flatMap((term) => {
      const quotient = quotientOf(context, term);
      return quotient === undefined ? [] : [{ variable, ...quotient }];
    });
  });
}

/** The capacity of which something is left and the divisor, both constants of one unit. */
function quotientOf(context: ConfidenceContext, term: Expression): Omit<Quotient, 'variable'> | undefined {
  if (term.kind !== 'binary' || term.operator !== '/') return undefined;
  const above = linearTerms(context.model, term.left);
  const below = linearTerms(context.model, term.right);
  if (above === undefined || below === undefined || below.size !== 1) return undefined;
  const [divisor] = below.keys();
  const wholes = [...above].filter(([, factor]) => factor > 0);
  const [whole] = wholes;
  if (divisor === undefined || whole === undefined || wholes.length > 1 || above.size < 2 || whole[1] !== 1)
    return undefined;
  const units = context.units();
  const [one, other] = [units.of(whole[0]), units.of(divisor)];
  if (one === undefined || other === undefined || units.print(one) !== units.print(other)) return undefined;
  const isConstant = (key: CanonicalName) => {
    const slot = context.slotOf(key);
    return slot !== undefined && context.prepared.program.variables[slot]?.timing === 'constant';
  };
  return isConstant(whole[0]) && isConstant(divisor) ? { whole: whole[0], divisor } : undefined;
}

function nameOf({ model }: ConfidenceContext, key: CanonicalName): string {
  return model.variables.get(key)?.name ?? key;
}

function numberOf(context: ConfidenceContext, key: CanonicalName): number {
  const slot = context.slotOf(key);
  return slot === undefined ? Number.NaN : (context.start()[slot] ?? Number.NaN);
}
