/** Experiments with the tank of `small-study.ts`; a range set of that name must be in its study. */
export const TANK_EXPERIMENTS = `experiments:
  surface:
    kind: surface
    title: Two constants
    question: What do they do?
    limit: A toy.
    scenario: now
    x: { name: rate, label: arrivals a month, values: [5, 10] }
    y: { name: stay, label: months of stay, values: [2, 4, 8] }
    measures:
      level: { label: People at the end, outcome: people, take: end }
      ratio: { label: Against the busy tank, outcome: people, take: end, against: busy }
  actions:
    kind: actions
    title: Two ways
    question: Which is lower?
    limit: A toy.
    scenarios: [busy]
    measures:
      most: { label: Most people, outcome: people, take: peak }
      when: { label: Month of the lowest, outcome: people, take: trough-time }
    robustness: { ranges: some, sets: 20, seed: 7 }
  loops:
    kind: loops
    title: What moves the level
    question: Outflow or inflow?
    limit: A toy.
    scenario: now
    outcome: people
    horizon: 2
    from: 0
    to: 18
    every: 3
    loops:
      outflow: { label: People leave, links: [[inside, Departures]] }
      inflow: { label: People come, links: [[rate, Arrivals]], outside: true }
`;

/** A range set for the tank's study. */
export const TANK_RANGES = `ranges:
  some:
    label: Some
    justification: For tests.
    relative:
      - { by: 0.2, inputs: [rate, stay] }
`;
