import { useMemo } from 'react';
import { LineChart } from '../../../components/chart/line-chart.js';
import type { PolicyLook } from '../../../components/policy-look.js';
import { shortNumber } from '../../../components/short-number.js';
import type { Atlas, AtlasVariable } from '../../../models/atlas.js';
import type { MapPaths } from '../paths.js';

interface Props {
  readonly atlas: Atlas;
  readonly variable: AtlasVariable;
  readonly variables: ReadonlyMap<string, AtlasVariable>;
  readonly paths: MapPaths | undefined;
  readonly place: number;
  readonly policyLabel: string;
  readonly baselineLabel: string;
  readonly timeUnits: string;
  readonly looks: { readonly baseline: PolicyLook; readonly policy: PolicyLook };
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
}

const KINDS: Readonly<Record<AtlasVariable['kind'], string>> = {
  stock: 'Stock',
  flow: 'Flow',
  auxiliary: 'Auxiliary',
  graphical: 'Graphical function',
};
const LOOPS_SHOWN = 8;

/** Everything about a variable: what it is, how it is computed, what it reads and what reads it. */
export function VariableCard(props: Props) {
  const {
    atlas,
    variable,
    variables,
    paths,
    place,
    policyLabel,
    baselineLabel,
    timeUnits,
    looks,
    onGo,
    onClose,
  } = props;
  const { key, name, kind, isConstant, unit, documentation, equation } = variable;
  const loops = useMemo(() => atlas.loops.filter((loop) => loop.variables.includes(key)), [atlas, key]);
  const baseline = paths?.baseline.get(key);
  const policy = paths?.policy.get(key);
  const links = (keys: readonly string[]) => <Names keys={keys} variables={variables} onGo={onGo} />;
  return (
    <section className="card" aria-labelledby="card-title">
      <div className="card-head">
        <h2 id="card-title" tabIndex={-1}>
          {name}
        </h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
      <p className="muted small">
        {isConstant ? 'Constant' : KINDS[kind]}
        {unit === '' ? '' : `, in ${unit === '1' ? 'shares (no unit)' : unit}`}
        {variable.short === name ? '' : `; archive or short name ${variable.short}`}
      </p>
      {documentation === '' ? (
        <p>No definition is written in the model file.</p>
      ) : (
        <p className="card-text">{documentation}</p>
      )}
      {equation.length === 0 ? null : (
        <>
          <h3>{kind === 'stock' ? 'Value at the start' : 'Equation'}</h3>
          <p className="equation">
            {equation.map((part, at) =>
              part.key === undefined || !variables.has(part.key) ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of an equation never change places.
                <span key={at}>{part.text}</span>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above.
                <Name key={at} text={part.text} target={part.key} onGo={onGo} />
              ),
            )}
          </p>
        </>
      )}
      {kind === 'stock' ? (
        <>
          <h3>Flows in</h3>
          {links(variable.inflows)}
          <h3>Flows out</h3>
          {links(variable.outflows)}
        </>
      ) : null}
      {baseline === undefined || policy === undefined || paths === undefined ? null : (
        <>
          <h3>{isConstant ? 'Value' : 'Over time'}</h3>
          <p>
            {shortNumber(policy[place] ?? Number.NaN)} under {policyLabel};{' '}
            {shortNumber(baseline[place] ?? Number.NaN)} under {baselineLabel}.
          </p>
          {isConstant ? null : (
            <LineChart
              height={180}
              label={`${name} over time.`}
              data={{
                measure: 'level',
                formatValue: shortNumber,
                formatTime: (time) => `${timeUnits} ${Math.round(time * 100) / 100}`,
                timeLabel: timeUnits,
                lines: [
                  {
                    id: 'baseline',
                    label: 'current',
                    times: paths.times,
                    values: baseline,
                    look: looks.baseline,
                  },
                  {
                    id: 'policy',
                    label: 'this policy',
                    times: paths.times,
                    values: policy,
                    look: looks.policy,
                  },
                ],
              }}
            />
          )}
        </>
      )}
      {kind === 'stock' ? null : (
        <>
          <h3>Reads</h3>
          {links(variable.causes)}
        </>
      )}
      <h3>Is read by</h3>
      {links(
        variable.uses.filter((use) => !variable.inflows.includes(use) && !variable.outflows.includes(use)),
      )}
      <h3>Feedback loops</h3>
      {loops.length === 0 ? (
        <p>On none{atlas.loopSet === 'all' ? '' : ' of the shortest independent set'}.</p>
      ) : (
        <>
          <p className="muted small">
            On {loops.length} of {atlas.loops.length}
            {atlas.loopSet === 'all' ? ' loops' : ' loops of a shortest independent set'}; the shortest first.
          </p>
          <ul className="loops">
            {loops.slice(0, LOOPS_SHOWN).map((loop) => (
              <li key={loop.variables.join(' ')}>
                {loop.polarity === '+'
                  ? 'Reinforcing: '
                  : loop.polarity === '-'
                    ? 'Balancing: '
                    : 'Depends on values: '}
                {loop.variables.map((one) => variables.get(one)?.name ?? one).join(' → ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Names(props: {
  readonly keys: readonly string[];
  readonly variables: ReadonlyMap<string, AtlasVariable>;
  readonly onGo: (key: string) => void;
}) {
  const known = props.keys.filter((key) => props.variables.has(key));
  if (known.length === 0) return <p>None.</p>;
  return (
    <ul className="names">
      {known.map((key) => (
        <li key={key}>
          <Name text={props.variables.get(key)?.name ?? key} target={key} onGo={props.onGo} />
        </li>
      ))}
    </ul>
  );
}

/** A name that leads to the card of its variable. */
function Name(props: {
  readonly text: string;
  readonly target: string;
  readonly onGo: (key: string) => void;
}) {
  return (
    <button type="button" className="name" onClick={() => props.onGo(props.target)}>
      {props.text}
    </button>
  );
}
