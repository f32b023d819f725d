// Properties draw other cases each time, so that they go on finding faults; where a verdict must be the same twice, as in
// CI, they draw the same.
import fc from 'fast-check';

if (process.env.CI === 'true') fc.configureGlobal({ seed: 1234 });
