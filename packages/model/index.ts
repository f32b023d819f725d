// @weir/model: reads model files into a typed, immutable model, and says what is wrong with them.

export type { BuiltinName, BuiltinSignature } from './equation/builtin-signature.js';
export { BUILTINS, builtinNamed } from './equation/builtin-signature.js';
export type { BinaryOperator, Expression, UnaryOperator } from './equation/expression.js';
export type * from './model.js';
export type { CanonicalName } from './names/canonical-name.js';
export { canonicalName, displayName } from './names/canonical-name.js';
export type { Diagnostic, Outcome, Severity } from './source/diagnostic.js';
export { hasErrors, reached, refused } from './source/diagnostic.js';
export type { Place, SourceText, Span } from './source/source-text.js';
export { placeOf, sourceText } from './source/source-text.js';
export type { UnitExpression } from './units/unit-expression.js';
export type * from './view.js';
