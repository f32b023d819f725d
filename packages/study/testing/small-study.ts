import type { Model, Outcome } from '@weir/model';
import { readModel, sourceText } from '@weir/model';
import { type PreparedStudy, prepareStudy } from '../execute/prepared-study.js';
import { readStudy } from '../study-file/read-study.js';
import type { Study } from '../study-file/study.js';

/** A tank that fills at a rate and empties in proportion: level(t) goes to inflow x residence. */
export const TANK_MODEL = `<?xml version="1.0" encoding="utf-8"?>
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
    <aux name="Double"><eqn>People_inside * 2</eqn><units>person</units></aux>
    <aux name="Share of ten"><eqn>People_inside / (10 + 0 * People_inside)</eqn><units>1</units></aux>
  </variables></model>
</xmile>
`;

/** A study of {@link TANK_MODEL}. */
export const TANK_STUDY = `id: tank
title: A tank of people
version: '1'
citation: None
model: tank.xmile
variables:
  inside: People inside
  rate: Arrival rate
  stay: Mean stay
outcomes:
  people:
    variable: inside
    label: people inside
    unit: person
    kind: people
    headline: true
  twice:
    variable: Double
    label: twice the people inside
    unit: person
    kind: people
  share:
    variable: Share of ten
    label: people per ten
    unit: '1'
    kind: share
scenarios:
  now:
    label: Now
    summary: As it is.
    baseline: true
  busy:
    label: Busy
    summary: Twice the arrivals.
    set:
      rate: 10
stop_rules:
  published:
    description: When the share changes little.
    method: euler
    dt: 0.25
    watch: [share]
    sample_every: 1
    window: 3
    from: 5
    every: 5
    tolerance: 0.01
    cap: 100
limits:
  strip: A toy.
  points: [Not a place]
`;

/** The value of an outcome that must have been reached; otherwise an error that says why not. */
export function settled<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

/** Reads a model text. */
export function modelOf(text: string = TANK_MODEL): Model {
  return settled(readModel(sourceText('tank.xmile', text)));
}

/** Reads a study text. */
export function studyOf(text: string = TANK_STUDY): Study {
  return settled(readStudy(sourceText('study.yaml', text)));
}

/** A study of the tank, prepared. */
export function tank(study: string = TANK_STUDY, model: string = TANK_MODEL): PreparedStudy {
  return settled(prepareStudy(studyOf(study), modelOf(model)));
}
