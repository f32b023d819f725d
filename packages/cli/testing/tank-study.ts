import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './small-study.js';

const MODEL = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><vendor>Weir</vendor><product version="1">Weir</product><name>Tank</name></header>
  <sim_specs method="Euler" time_units="month"><start>0</start><stop>20</stop><dt>0.25</dt></sim_specs>
  <model_units><unit name="person"/><unit name="month"/></model_units>
  <model><variables>
    <stock name="People inside"><eqn>10</eqn><inflow>Arrivals</inflow><outflow>Departures</outflow><units>person</units></stock>
    <flow name="Arrivals"><eqn>Arrival_rate</eqn><units>person/month</units></flow>
    <flow name="Departures"><eqn>People_inside / Mean_stay</eqn><units>person/month</units></flow>
    <aux name="Arrival rate"><eqn>5</eqn><units>person/month</units></aux>
    <aux name="Mean stay"><eqn>4</eqn><units>month</units></aux>
  </variables></model>
</xmile>
`;

const STUDY = `id: tank
title: A tank of people
version: '1'
citation: None
model: tank.xmile
variables: { rate: Arrival rate, stay: Mean stay }
outcomes:
  people: { variable: People inside, label: people inside, unit: person, kind: people, headline: true }
scenarios:
  now: { label: Now, summary: As it is., baseline: true }
  both: { label: Both, summary: 'More arrivals, shorter stays.', set: { rate: 12, stay: 2 } }
  shorter: { label: Shorter stays, summary: Shorter stays., set: { stay: 2 } }
ranges:
  wide:
    label: Wide
    justification: Made for tests.
    inputs:
      rate: { low: 0, high: 40 }
      stay: { low: 1, high: 10 }
  evidence:
    label: Evidence
    justification: Made for tests.
    inputs:
      rate: { low: 4, high: 6 }
limits: { strip: A toy., points: [Not a place.] }
mechanisms:
  arrivals: { label: More people arrive, links: [{ from: rate, to: [Arrivals] }] }
  stays: { label: People stay for less time, links: [{ from: stay }] }
`;

/** A folder with a tank of people, at rest with rate times stay inside: 20 now, 24 under both, 10 under shorter stays. */
export function tankStudyFolder(): string {
  const folder = newFolder();
  writeFileSync(join(folder, 'tank.xmile'), MODEL);
  writeFileSync(join(folder, 'study.yaml'), STUDY);
  return folder;
}
