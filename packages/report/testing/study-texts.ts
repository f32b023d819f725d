import type { Limits, OutcomeKind, PublishedTable, Scenario, StudyStopRule } from '@weir/study';

export const OUTCOMES: readonly (readonly [
  id: string,
  label: string,
  kind: OutcomeKind,
  unit: string,
  headline: boolean,
  limit?: string,
])[] = [
  [
    'trafficked_sellers',
    'all people trafficked for sex',
    'people',
    'person',
    true,
    'Read it with adults and young people apart; the three do not always move together.',
  ],
  ['sellers', 'everyone selling sex, people who are trafficked included', 'people', 'person', true],
  [
    'trafficked_youth',
    'young people (under 18) trafficked for sex',
    'people',
    'person',
    true,
    'The model fixes the young share of new recruitment at 25 in 100, and no policy here is aimed at young people: a gap to study.',
  ],
  [
    'nontrafficked_sellers',
    'adults selling sex, not trafficked',
    'people',
    'person',
    false,
    'A category of the model; it claims nothing about choice.',
  ],
  ['trafficked_share', 'share of people selling sex who are trafficked', 'share', '1', false],
  ['record_share', 'share of adults selling sex who have a criminal record', 'share', '1', true],
  ['traffickers', 'traffickers', 'people', 'person', true, 'More traffickers is not the same as more harm.'],
  [
    'buyers',
    'people buying sex',
    'people',
    'person',
    true,
    'The number depends on how often one person buys, which is not known well (finding D17); changes in percent do not.',
  ],
  ['demand', 'purchases of sex a month', 'rate', 'transaction/month', false],
  ['price', 'price of a purchase', 'money', 'USD/transaction', false],
  ['trafficked_adults', 'adults trafficked for sex', 'people', 'person', true],
  [
    'people_in_services',
    'people in services, all ages',
    'people',
    'person',
    true,
    'The model has no waiting list, and no services for adults who sell sex without a trafficker.',
  ],
  [
    'seller_capacity',
    'purchases that everyone selling could meet a month',
    'rate',
    'transaction/month',
    false,
  ],
];
export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'criminalization',
    label: 'Current law (criminalization)',
    short: 'Current law (criminalization)',
    aliases: ['criminalization', 'default'],
    summary:
      'Selling and buying sex are both crimes, and both are prosecuted as the published default assumes.',
    remark:
      'The published default, at its own values. It stands for enforcement as assumed in the paper, not as measured.',
    baseline: true,
    secondary: false,
    set: new Map(Object.entries({})),
  },
  {
    id: 'full-decriminalization',
    label: 'Full decriminalization',
    short: 'Full decriminalization',
    aliases: ['full decriminalization', 'FullDecrim'],
    summary: 'Neither selling nor buying sex would be a crime; trafficking would stay one.',
    remark:
      'Not legalization: licensing and regulation are not modeled. In the model, pressure on traffickers is the mean of the two prosecutions, so it falls to 0 with them.',
    baseline: false,
    secondary: false,
    set: new Map(Object.entries({ prosecution_culture: 0, buyer_prosecution_culture: 0 })),
  },
  {
    id: 'partial-decriminalization',
    label: 'Partial decriminalization',
    short: 'Partial decriminalization',
    aliases: [
      'partial decriminalization',
      'PartialDecrim',
      'Nordic model',
      'abolition model',
      'Equality-type law',
    ],
    summary: 'Selling sex would not be a crime; buying sex and trafficking would stay crimes.',
    remark:
      'Services and the prosecution of buying stay as they are. In the model, pressure on traffickers is the mean of the two prosecutions, so part of it goes with the prosecution of selling (finding D11).',
    baseline: false,
    secondary: false,
    set: new Map(Object.entries({ prosecution_culture: 0 })),
  },
  {
    id: 'equality-model',
    label: 'Partial decriminalization plus services',
    short: 'Partial decriminalization plus services',
    aliases: ['Equality model', 'EqualityModel'],
    summary:
      'As partial decriminalization, with three times as many short-term and long-term service places for adults.',
    remark:
      "750 short-term and 300 long-term places, as Table 3 of the paper states. The archive's output shows 500 and 200 (finding D3); that reading is the scenario equality-model-as-run. Places for young people do not change.",
    baseline: false,
    secondary: false,
    set: new Map(
      Object.entries({ prosecution_culture: 0, st_services_capacity: 750, lt_services_capacity: 300 }),
    ),
  },
  {
    id: 'equality-model-as-run',
    label: 'Partial decriminalization plus services, as run in the archive',
    short: 'Partial decriminalization plus services, as run in the archive',
    aliases: ['Equality model 500/200', "EqualityModel in the archive's output"],
    summary:
      'As partial decriminalization, with twice as many short-term and long-term service places for adults.',
    remark:
      "500 short-term and 200 long-term places, as the archive's output and policy figures show. Table 3 of the paper states 750 and 300 (finding D3); that reading is the scenario equality-model.",
    baseline: false,
    secondary: true,
    set: new Map(
      Object.entries({ prosecution_culture: 0, st_services_capacity: 500, lt_services_capacity: 200 }),
    ),
  },
  {
    id: 'expungement',
    label: 'Record relief (expungement)',
    short: 'Record relief (expungement)',
    aliases: ['expungement', 'sealing of records', 'Expungement'],
    summary:
      '10 in 100 of the criminal records of people who have left would be sealed to the highest level; the law on selling and buying stays as it is.',
    remark:
      'The size of the effect rests on how the model gives records to people who leave and return (finding A1).',
    baseline: false,
    secondary: false,
    set: new Map(Object.entries({ pctExpungement: 0.1 })),
  },
];
export const TABLE: PublishedTable = {
  id: 'table-2',
  title: 'Table 2: Simulated outputs after calibration',
  source: "Modeling Sex Trafficking and Commercial Sex Work Policy, Table 2; labels are the paper's.",
  note: "Simulated values are those at the published stop rule, under current law. Estimates are the paper's calibration targets, not measurements.",
  rows: [
    {
      label: 'Monthly Sex Buyers',
      outcome: 'buyers',
      scenario: 'criminalization',
      unit: 'person',
      estimated: '20,823',
      printed: '20,697',
      note: 'The estimate is the people who buy in a year, divided by 12; its companion, 7.48 purchases, is per year too but used per month (finding D17). Only their product, demand, is fitted; no change in percent depends on it.',
    },
    {
      label: 'Monthly Sex Buyer Transactions (Demand)',
      outcome: 'demand',
      scenario: 'criminalization',
      unit: 'transaction/month',
      estimated: '155,801',
      printed: '200,890',
    },
    {
      label: 'MA Trafficked Sex Sellers',
      outcome: 'trafficked_sellers',
      scenario: 'criminalization',
      unit: 'person',
      estimated: '9,529',
      printed: '9,920',
      note: 'The estimate gives each state its share of the sum of rates per person; by its share of cases or of population it would be another number (finding D16).',
    },
    {
      label: 'Monthly Sex Seller Transactions',
      outcome: 'seller_capacity',
      scenario: 'criminalization',
      unit: 'transaction/month',
      estimated: '1,032,256',
      printed: '991,312',
      note: 'Unlike quantities: the estimate is for people who are trafficked only, the simulated value for everyone selling (finding A3).',
    },
    {
      label: 'Percentage Trafficked of Sex Sellers',
      outcome: 'trafficked_share',
      scenario: 'criminalization',
      unit: '%',
      estimated: '85%',
      printed: '80%',
    },
    {
      label: 'Sex Sellers with a Criminal Record',
      outcome: 'record_share',
      scenario: 'criminalization',
      unit: '%',
      estimated: '42%',
      printed: '40%',
      note: 'The estimate comes from people who left, the simulated value is of adults selling now.',
    },
  ],
};
export const LIMITS: Limits = {
  strip:
    'A thinking tool, not a forecast. Biggest unknown: how many people leave services for good; on another reading, partial decriminalization no longer lowers trafficking. Built mainly with one survivor expert, checked by a second. Fitted to estimates, some far apart.',
  points: [
    "How many leave services for good: the model uses as recovery the shares that the paper's text describes as people returning (finding D4, inferred). Read the other way, partial decriminalization does not lower the number of people trafficked; that it leaves fewer trafficked than full decriminalization holds in both readings.",
    'Expert knowledge: the structure was built mainly with one survivor expert and checked by a second. Police, service providers and people selling sex now were not part of it.',
    'Estimates, not counts: the model was fitted to estimates of hidden populations, some far apart. The number of people trafficked is a share of a national guess (finding D16), and purchases come out well above their estimate.',
    'Young people: the young share of new recruitment is fixed at 25 in 100, and no policy here is aimed at young people.',
    'No displacement: people, buyers and traffickers do not move to or from other states or between towns.',
    'Vulnerability is fixed: homelessness, poverty, isolation and violence in childhood do not change during a run.',
    'No waiting lists and no costs: a person who finds no free place leaves without services, and what places, police or courts cost is not counted.',
    'Records: people who leave and people who return are given the record share of adults selling now (finding A1). The effect of record relief, and part of the effect of decriminalization, rests on this.',
    'Long run: the published comparison looks only at where things settle, not at the years before.',
  ],
};
export const STOP_RULE: StudyStopRule = {
  description:
    'Each month, the trafficked share and the record share are noted. From month 100 on, every five months, the run ends when neither has changed by 0.0001 or more in four months. It is not a test of equilibrium: at its end, values are up to 0.2 % from rest (finding D9). The policy runs of the archive had no cap; the cap of its sensitivity runs stands here, and no policy run comes near it.',
  method: 'euler',
  dt: 0.001,
  watch: ['trafficked_share', 'record_share'],
  window: 5,
  from: 100,
  every: 5,
  tolerance: 0.0001,
  cap: 10000,
  sampleEvery: 1,
};
