import { fixed } from '@weir/figures';
import type { EvidenceEntryDocument } from '@weir/study';
import { useLab } from '../../app/lab-context.js';
import { shortNumber } from '../../components/short-number.js';

const GRADES: Readonly<Record<string, string>> = {
  A: 'A: strong',
  B: 'B: fair',
  C: 'C: weak',
  D: 'D: very weak',
  none: 'not graded',
};

/** A constant with its value, where it comes from, and how much it matters; opens to the arithmetic. */
export function Entry({ entry }: { readonly entry: EvidenceEntryDocument }) {
  const {
    name,
    value,
    unit,
    range,
    status,
    grade,
    gap,
    influence,
    reasoning,
    derivation,
    alternatives,
    sources,
  } = entry;
  const ranged = range === null ? '' : `, range ${shortNumber(range[0])} to ${shortNumber(range[1])}`;
  return (
    <li>
      <details>
        <summary>
          <span className="entry-name">{name}</span>{' '}
          <span className="entry-value">
            {shortNumber(value)}
            {unit === '1' ? '' : ` ${unit}`}
            {ranged}
          </span>{' '}
          <span className={gap ? 'badge is-gap' : 'badge'}>{gap ? 'no source recorded' : status}</span>{' '}
          <span className="small muted">
            {influence === null || influence.swing === null
              ? 'influence not known'
              : `moves the difference by ${fixed(influence.swing, 2)} points${influence.reverses ? ', reverses the order' : ''}`}
          </span>
        </summary>
        <p>{reasoning}</p>
        <p className="small muted">
          {status}; evidence {GRADES[grade] ?? grade}; {entry.short_name}
          {entry.range_basis === null ? '' : `; range: ${entry.range_basis}`}
        </p>
        {derivation.length === 0 ? null : (
          <Steps title="Arithmetic, executed and checked" steps={derivation} />
        )}
        {alternatives.length === 0 ? null : (
          <>
            <h3>Other values that can be argued for</h3>
            <ul>
              {alternatives.map((one) => (
                <li key={one.value}>
                  {shortNumber(one.value)}: {one.why} <Try name={entry.short_name} value={one.value} />
                </li>
              ))}
            </ul>
          </>
        )}
        {range === null ? null : (
          <p>
            <Try name={entry.short_name} value={range[0]} /> <Try name={entry.short_name} value={range[1]} />
          </p>
        )}
        {sources.length === 0 ? null : (
          <>
            <h3>Sources</h3>
            <ul>
              {sources.map(({ id, title, by, where }) => (
                <li key={id}>
                  {by}, <cite>{title}</cite>. {where}
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </li>
  );
}

function Steps(props: {
  readonly title: string;
  readonly steps: readonly { readonly name: string; readonly text: string; readonly value: number }[];
}) {
  return (
    <>
      <h3>{props.title}</h3>
      <ol className="steps">
        {props.steps.map(({ name, text, value }) => (
          <li key={name}>
            <code>
              {name} = {text}
            </code>{' '}
            = {shortNumber(value)}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Puts a value into the policy worked on. */
function Try({ name, value }: { readonly name: string; readonly value: number }) {
  const { study, dispatch, settle, announce } = useLab();
  const isKnown = study.constants.some((one) => one.name === name);
  if (!isKnown) return null;
  return (
    <button
      type="button"
      onClick={() => {
        dispatch({ kind: 'set', name, setting: { name, value } });
        settle();
        announce(`${name} is ${shortNumber(value)} in the policy worked on.`);
      }}
    >
      Try {shortNumber(value)}
    </button>
  );
}
