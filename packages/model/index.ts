// @weir/model: reads model files into a typed, immutable model, and says what is wrong with them.

export { elaborate } from './elaborate/elaborate.js';
export type { BuiltinName, BuiltinSignature } from './equation/builtin-signature.js';
export { BUILTINS, builtinNamed } from './equation/builtin-signature.js';
export type {
  ArrayNode,
  BinaryOperator,
  Expression,
  Subscript,
  UnaryOperator,
  WrittenExpression,
} from './equation/expression.js';
export { MAX_HEIGHT, MAX_NESTING } from './equation/expression-parser.js';
export { parseExpression } from './equation/parse-expression.js';
export { printExpression } from './equation/print.js';
export { partsOf, subexpressions } from './equation/subexpressions.js';
export { defectsIn, withoutAllowed } from './lint/allowances.js';
export { type LintReport, lint } from './lint/lint.js';
export type { LintCode, ModelLintCode } from './lint/lint-codes.js';
export { ALLOWED_UNIT_CODES, isLintCode } from './lint/lint-codes.js';
export type { LintFinding, Raised } from './lint/lint-finding.js';
export type { LintRule } from './lint/lint-rules.js';
export { LINT_RULES } from './lint/lint-rules.js';
export type * from './model.js';
export type * from './model-file.js';
export type { CanonicalName } from './names/canonical-name.js';
export { canonicalName, displayName } from './names/canonical-name.js';
export { editDistance, nearest } from './names/nearest.js';
export { readModel } from './read-model.js';
export type { Dialect, ReadOptions } from './read-model-file.js';
export { dialectOf, readModelFile } from './read-model-file.js';
export type { Diagnostic, Outcome, Severity } from './source/diagnostic.js';
export { hasErrors, reached, refused } from './source/diagnostic.js';
export type { ModelCode } from './source/diagnostic-codes.js';
export { MODEL_CODES } from './source/diagnostic-codes.js';
export type { MappedText, TextPiece } from './source/mapped-text.js';
export { spanIn, wholeText } from './source/mapped-text.js';
export type { Place, SourcePart, SourceText, Span } from './source/source-text.js';
export { laidEndToEnd, placeOf, sourceText } from './source/source-text.js';
export type { FeedbackLoops, Loop, LoopOptions } from './structure/loops.js';
export { feedbackLoops, LOOP_LIMITS } from './structure/loops.js';
export type { TreeNode } from './structure/loops-tree.js';
export { causeTree, useTree } from './structure/loops-tree.js';
export type { EquationOrder, VariableTiming } from './structure/order.js';
export { orderEquations } from './structure/order.js';
export type { LinkPolarity, Polarity } from './structure/polarity.js';
export { chained, symbolicPolarity } from './structure/polarity.js';
export type { Reference } from './structure/references.js';
export { referencesIn } from './structure/references.js';
export { resolve } from './structure/resolve.js';
export type { Link, Role } from './structure/uses.js';
export { causesOf, usesOf } from './structure/uses.js';
export { checkUnits } from './units/check-units.js';
export type { Dimension } from './units/dimension.js';
export { type ModelUnits, modelUnits } from './units/model-units.js';
export { parseUnits } from './units/parse-units.js';
export { printUnits } from './units/print-units.js';
export type { UnitExpression } from './units/unit-expression.js';
export { checkUnitNames } from './units/unit-names.js';
export { decodeVensim } from './vensim/decode-vensim.js';
export { readVensim } from './vensim/read-vensim.js';
export { writeVensim } from './vensim/write/write-vensim.js';
export type * from './view.js';
export type { IncludeLoader } from './xmile/included-files.js';
export { readXmile } from './xmile/read-xmile.js';
export { writeXmile } from './xmile-writer/write-xmile.js';
export { readXml } from './xml/read-xml.js';
export type { RawText, XmlAttribute, XmlElement } from './xml/xml-element.js';
