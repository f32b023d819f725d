import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A model of two stocks, small enough to read: people wait, are served, and leave. */
export const SMALL_MODEL = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><vendor>Weir</vendor><product version="0.1.0">Weir</product><name>Waiting</name></header>
  <sim_specs method="Euler" time_units="month"><start>0</start><stop>12</stop><dt>0.25</dt></sim_specs>
  <model_units><unit name="person"/><unit name="month"/></model_units>
  <model>
    <variables>
      <stock name="Waiting people"><eqn>100</eqn><outflow>Starting</outflow><units>person</units></stock>
      <stock name="Served people"><eqn>0</eqn><inflow>Starting</inflow><units>person</units></stock>
      <flow name="Starting"><eqn>Waiting_people * Starting_rate</eqn><units>person/month</units></flow>
      <aux name="Starting rate">
        <eqn>0.2</eqn><units>1/month</units><doc>Share of those who wait that start in a month.</doc>
      </aux>
      <aux name="Share served">
        <eqn>Served_people / (Waiting_people + Served_people)</eqn><units>1</units>
      </aux>
    </variables>
    <views>
      <view name="Main">
        <stock name="Waiting people" x="100" y="100"/>
        <stock name="Served people" x="300" y="100"/>
        <flow name="Starting" x="200" y="100"><pts><pt x="122" y="100"/><pt x="278" y="100"/></pts></flow>
        <aux name="Starting rate" x="200" y="200"/>
        <connector angle="90"><from>Starting_rate</from><to>Starting</to></connector>
      </view>
    </views>
  </model>
</xmile>
`;

const SMALL_STUDY = `id: waiting
title: Waiting and being served
version: '1.0.0'
citation: None; made for tests.
model: model.xmile
outcomes:
  waiting: { variable: Waiting people, label: people who wait, unit: person, kind: people, headline: true }
  served_share: { variable: Share served, label: share served, unit: '1', kind: share }
scenarios:
  today: { label: Today, summary: As it is., baseline: true, set: {} }
  faster: { label: Faster starts, summary: Starts double., set: { rate: 0.4 } }
  faster-again: { label: Faster starts again, summary: Another reading., secondary: true, set: { rate: 0.5 } }
stop_rules: {}
limits:
  strip: A toy; it says nothing about anybody.
  points: [It is a toy.]
published: {}
variables:
  rate: Starting rate
`;

/** A new empty folder. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'weir-cli-'));
}

/** A new folder with the small study in it. */
export function smallStudyFolder(): string {
  const folder = join(newFolder(), 'waiting');
  mkdirSync(folder);
  writeFileSync(join(folder, 'study.yaml'), SMALL_STUDY);
  writeFileSync(join(folder, 'model.xmile'), SMALL_MODEL);
  return folder;
}

/** A new model file with this text. */
export function modelFile(text: string, name = 'model.xmile'): string {
  const file = join(newFolder(), name);
  writeFileSync(file, text);
  return file;
}
