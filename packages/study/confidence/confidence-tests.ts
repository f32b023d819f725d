import type { ConfidenceTest } from './confidence-test.js';
import { addedShares } from './tests/added-shares.js';
import { boundaryStatement } from './tests/boundary.js';
import { dimensionalConsistency } from './tests/dimensional-consistency.js';
import { equilibriumTest } from './tests/equilibrium.js';
import { extremeConditions } from './tests/extreme-conditions.js';
import { familyMembers } from './tests/family-members.js';
import { flowDirection } from './tests/flow-direction.js';
import { integrationError } from './tests/integration-error.js';
import { loopKnockout } from './tests/loop-knockout.js';
import { massBalance } from './tests/mass-balance.js';
import { nonNegativity } from './tests/non-negativity.js';
import { ownWhole } from './tests/own-whole.js';
import { parameterBounds } from './tests/parameter-bounds.js';
import { patternTests } from './tests/pattern-tests.js';
import { realityChecks } from './tests/reality-checks.js';
import { statusMemory } from './tests/status-memory.js';
import { unitScale } from './tests/unit-scale.js';

/** Every confidence test, in the order of a report: structure first, then behavior. */
export const CONFIDENCE_TESTS: readonly ConfidenceTest[] = [
  boundaryStatement,
  dimensionalConsistency,
  unitScale,
  ownWhole,
  addedShares,
  statusMemory,
  parameterBounds,
  massBalance,
  nonNegativity,
  flowDirection,
  extremeConditions,
  equilibriumTest,
  integrationError,
  familyMembers,
  realityChecks,
  loopKnockout,
  patternTests,
];
