import { type Model, readModel, sourceText } from '@weir/model';
import { lower } from '../lower/lower.js';
import type { Program } from '../lower/program.js';

/** A model of the variables in an XMILE text, with start 0, stop 10 and dt 1. */
export function modelOf(variables: string): Model {
  const text = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><vendor>test</vendor><product version="1">test</product><name>test</name></header>
  <sim_specs time_units="month"><start>0</start><stop>10</stop><dt>1</dt></sim_specs>
  <model><variables>
${variables}
  </variables></model>
</xmile>`;
  const read = readModel(sourceText('test.xmile', text));
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join(' '));
  return read.value;
}

/** The program of {@link modelOf}. */
export function programOf(variables: string): Program {
  const lowered = lower(modelOf(variables));
  if (!lowered.ok) throw new Error(lowered.diagnostics.map(({ message }) => message).join(' '));
  return lowered.value;
}

/** An auxiliary as XMILE. */
export function aux(name: string, equation: string): string {
  const escaped = equation.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<aux name="${name}"><eqn>${escaped}</eqn></aux>`;
}
