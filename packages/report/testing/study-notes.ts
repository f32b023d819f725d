import type { StudyNotes } from '@weir/study';

const AUDIT = 'reproduction audit';

/** What the study says beyond its numbers. */
export const NOTES: StudyNotes = {
  contentNote:
    'This page is about sex trafficking and the sale of sex, including young people under 18, as counts in a model. No images, no personal stories.',
  groups: [
    {
      id: 'trafficked',
      label: 'People trafficked for sex',
      total: 'trafficked_sellers',
      parts: ['trafficked_adults', 'trafficked_youth'],
    },
  ],
  spotlights: [
    {
      outcome: 'trafficked_youth',
      reported:
        "The paper does not report this number. The archive's own output contains it for every policy it ran.",
      why: 'In this model, fewer criminal records let trafficked adults leave faster, and traffickers refill the gap with recruits of whom 25 in 100 are young people.',
      source: `${AUDIT}, section 5, item 1`,
    },
  ],
  findings: [
    {
      id: '5.4',
      title: 'Partial decriminalization leaves fewer people trafficked than full decriminalization',
      status: 'proved',
      sentence:
        'In this model, this holds under every correction tried, alone and together, and in 5,000 of 5,000 draws when 42 parameters vary by up to 20 %.',
      effect: 'On wide ranges it holds in 4,620 of 4,624 usable draws.',
      source: `${AUDIT}, section 5, item 4`,
      place: 'conclusions',
      bearing: 'stands',
    },
    {
      id: 'D4',
      title: 'How many people leave services for good',
      status: 'inferred',
      sentence:
        'The model uses as recovery the shares that the text of the paper describes as people returning. In this model, read the other way, partial decriminalization no longer lowers the number of people trafficked.',
      effect:
        'All people trafficked under partial decriminalization: +0.1 % (adults) or +0.5 % (adults and young people) instead of −5.7 %.',
      source: `${AUDIT}, finding D4`,
      place: 'conclusions',
      bearing: 'decides',
    },
    {
      id: 'A1',
      title: 'Records are reassigned when people leave and return',
      status: 'proved',
      sentence:
        'People who leave or return are given the record share of adults selling now, not their own. The size of the effect of record relief rests on this rule.',
      effect: 'With the record share of those who leave, record relief: −0.5 % instead of −2.9 %.',
      source: `${AUDIT}, finding A1`,
      place: 'conclusions',
      bearing: 'decides',
    },
    {
      id: 'D16',
      title: 'The number of people trafficked that the model was fitted to',
      status: 'proved',
      sentence:
        'The estimate weights the hotline rate of every state equally. By share of population it would be more than twice as large, and even the direction for full decriminalization depends on how service places are scaled with it.',
      effect:
        'Fitted to 20,996 people: full decriminalization +8.8 %, or −1.0 % with service places scaled in proportion.',
      source: `${AUDIT}, finding D16`,
      place: 'conclusions',
      bearing: 'decides',
    },
    {
      id: 'D3',
      title: 'Service places in the Equality model: stated and run',
      status: 'proved',
      sentence:
        "Table 3 of the paper and the archive's scenario table state 750 and 300 places; the archive's policy output echoes 500 and 200. Proved for the archive; that the paper's figure equals the archive's figure is inferred.",
      effect: 'The size of the effect differs, not its direction.',
      source: `${AUDIT}, finding D3`,
      place: 'readings',
      bearing: 'note',
    },
    {
      id: 'D9',
      title: 'The published runs end a little before rest',
      status: 'proved',
      sentence:
        'The published rule looks at change over four months; the model settles more slowly than that.',
      effect:
        'At the stop, all people trafficked are 0.04 % from the true equilibrium; effects of policies differ by at most 0.05 points.',
      source: `${AUDIT}, finding D9`,
      place: 'reproduction',
      bearing: 'note',
    },
  ],
};
