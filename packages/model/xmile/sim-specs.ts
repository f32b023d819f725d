import type { FileMethod, SimulationSpecs } from '../model.js';
import type { Findings } from '../source/findings.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, textOf } from '../xml/xml-element.js';
import { readNumber } from './number.js';

const METHODS: ReadonlyMap<string, FileMethod> = new Map([
  ['euler', 'euler'],
  ['rk2', 'rk2'],
  ['rk4', 'rk4'],
  ['rk45', 'rk45'],
  ['gear', 'gear'],
]);

/**
 * The run specification. dt is 1 and the method euler unless given; a method may be a list with fallbacks.
 *
 * @returns The specification, or `undefined` with errors in `findings`.
 * @errors missing-element, bad-number, bad-dt, bad-time-span; warns unknown-method.
 * @source OASIS XMILE 1.0, 2.3 and 3.4.
 */
export function readSimSpecs(findings: Findings, specs: XmlElement): SimulationSpecs | undefined {
  const number = (name: string) => {
    const child = childNamed(specs, name);
    return child && readNumber(findings, textOf(findings.source, child), `\`<${name}>\``);
  };
  const required = (name: string) => {
    if (childNamed(specs, name) !== undefined) return number(name);
    findings.error('missing-element', specs.startTag, `\`<sim_specs>\` has no \`<${name}>\`.`, {
      hint: `Add \`<${name}>\` with a time, such as \`<${name}>0</${name}>\`.`,
    });
    return undefined;
  };
  const start = required('start');
  const stop = required('stop');
  const dt = readDt(findings, specs);
  const methods = readMethods(findings, specs);
  const saveStep = readSaveStep(findings, specs);
  if (start !== undefined && stop !== undefined && stop <= start) {
    const place = childNamed(specs, 'stop') ?? specs;
    findings.error(
      'bad-time-span',
      place.span,
      `The run stops at ${stop}, which is not after its start at ${start}.`,
      {
        hint: 'Make `<stop>` larger than `<start>`.',
      },
    );
    return undefined;
  }
  if (start === undefined || stop === undefined || dt === undefined) return undefined;
  const timeUnits = attributeOf(specs, 'time_units')?.trim() ?? '';
  return { start, stop, dt, methods, timeUnits, ...(saveStep === undefined ? {} : { saveStep }) };
}

function readDt(findings: Findings, specs: XmlElement): number | undefined {
  const element = childNamed(specs, 'dt');
  if (element === undefined) return 1;
  const written = readNumber(findings, textOf(findings.source, element), '`<dt>`');
  if (written === undefined) return undefined;
  const reciprocal = attributeOf(element, 'reciprocal')?.trim().toLowerCase() === 'true';
  const dt = reciprocal ? 1 / written : written;
  if (dt > 0 && Number.isFinite(dt)) return dt;
  findings.error('bad-dt', element.span, `The time step \`<dt>\` is ${written}; it must be above 0.`);
  return undefined;
}

function readMethods(findings: Findings, specs: XmlElement): readonly FileMethod[] {
  const attribute = specs.attributes.get('method');
  if (attribute === undefined) return ['euler'];
  const methods: FileMethod[] = [];
  for (const written of attribute.value.text.split(',').map((part) => part.trim())) {
    const method = METHODS.get(written.toLowerCase());
    if (method !== undefined) methods.push(method);
    else
      findings.warning(
        'unknown-method',
        attribute.span,
        `The integration method \`${written}\` is not known; it is passed over.`,
        {
          hint: 'XMILE knows euler, rk2, rk4, rk45 and gear.',
        },
      );
  }
  return methods.length > 0 ? methods : ['euler'];
}

/** Stella writes `isee:save_interval`; others an element of their own. */
function readSaveStep(findings: Findings, specs: XmlElement): number | undefined {
  const attribute =
    specs.attributes.get('isee:save_interval') ??
    specs.attributes.get('save_interval') ??
    specs.attributes.get('save_step');
  const element = childNamed(specs, 'save_step') ?? childNamed(specs, 'savestep');
  if (attribute === undefined && element === undefined) return undefined;
  const what = attribute?.name ?? element?.name ?? '';
  const text = attribute?.value ?? (element && textOf(findings.source, element));
  const step = text && readNumber(findings, text, `\`${what}\``);
  if (step === undefined || step > 0) return step;
  const span = attribute?.span ?? element?.span ?? specs.startTag;
  findings.error('bad-dt', span, `The save step \`${what}\` is ${step}; it must be above 0.`);
  return undefined;
}
