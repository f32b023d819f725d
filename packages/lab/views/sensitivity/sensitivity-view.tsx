import { capitalized } from '@weir/figures';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import { draftLook } from '../../components/policy-look.js';
import { firstPolicy, policyLabel } from '../../models/draft.js';
import { Curves } from './curves.js';
import { FlipPoints } from './flip-points.js';
import { OneAtATime } from './one-at-a-time.js';
import { type Question, variedOf } from './question.js';
import { RankCorrelations } from './rank-correlations.js';
import './sensitivity.css';
import { Tornado } from './tornado.js';
import { DRAWS, useCorrelations } from './use-correlations.js';
import { useFlips } from './use-flips.js';
import { POINTS, useSweep } from './use-sweep.js';

const TABS = [
  { id: 'flips', label: 'Flip points' },
  { id: 'tornado', label: 'Tornado' },
  { id: 'oat', label: 'One at a time' },
  { id: 'curves', label: 'Response curves' },
  { id: 'prcc', label: 'Rank correlations' },
] as const;
type Tab = (typeof TABS)[number]['id'];

/** The view Sensitivity: what drives a result, and what would turn it around. */
export function SensitivityView() {
  const { study, state, program, dispatch } = useLab();
  const [tab, setTab] = useState<Tab>('flips');
  const [outcomeId, setOutcome] = useState<string>();
  const [measure, setMeasure] = useState<Question['measure']>('effect');
  const [only, setOnly] = useState<'all' | 'policy' | 'other'>('all');
  const tabs = useRef<HTMLDivElement>(null);
  const draft = useMemo(() => state.draft ?? firstPolicy(study), [state.draft, study]);
  const ranges = study.ranges.find(({ id }) => id === state.ranges) ?? study.ranges[0];
  const outcome =
    study.outcomes.find(({ id }) => id === outcomeId) ??
    study.outcomes.find(({ headline }) => headline) ??
    study.outcomes[0];
  const varied = useMemo(() => {
    const all = ranges === undefined ? [] : variedOf(study, ranges);
    return only === 'all' ? all : all.filter(({ isPolicy }) => isPolicy === (only === 'policy'));
  }, [study, ranges, only]);
  const question = useMemo(
    (): Question | undefined =>
      ranges === undefined || outcome === undefined
        ? undefined
        : { study, program, outcome, measure, policy: draft, ranges },
    [study, program, outcome, measure, draft, ranges],
  );
  const isSwept = tab === 'tornado' || tab === 'oat' || tab === 'curves';
  const { sweep, asked } = useSweep(isSwept ? question : undefined, varied, state.seed);
  const { report, asked: sample } = useCorrelations(
    tab === 'prcc' ? question : undefined,
    varied,
    state.seed,
  );
  const flips = useFlips(tab === 'flips' ? question : undefined, varied);
  const policy = policyLabel(study, draft);
  const baseline = policyLabel(study, { scenario: study.baseline, settings: [] });
  if (outcome === undefined || ranges === undefined)
    return <p className="notice">This model has no outcomes or ranges to vary.</p>;
  const sentence =
    measure === 'effect'
      ? `Effect of ${policy} on ${outcome.short}`
      : `${capitalized(outcome.short)} under ${baseline}`;
  const unit =
    measure === 'effect'
      ? outcome.kind === 'share'
        ? 'points'
        : '% of the first policy'
      : outcome.unit === '1'
        ? 'share'
        : outcome.unit;
  const method = `${study.title} | ${state.corrections.length === 0 ? 'as published' : `corrections ${state.corrections.join(', ')}`} | ${ranges.label} | long run | seed ${state.seed}`;
  const waiting = (done: number, wanted: number) => (
    <p role="status">{wanted === 0 ? 'Starting.' : `${done} of ${wanted} runs.`}</p>
  );
  return (
    <section aria-labelledby="sensitivity-title" className="sensitivity">
      <h1 id="sensitivity-title">What drives this result, and what would turn it around?</h1>
      <div className="controls-row">
        <label>
          Outcome{' '}
          <select value={outcome.id} onChange={(event) => setOutcome(event.target.value)}>
            {study.outcomes.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Measure{' '}
          <select
            value={measure}
            onChange={(event) => setMeasure(event.target.value === 'level' ? 'level' : 'effect')}
            disabled={tab === 'flips'}
          >
            <option value="effect">effect of {policy}</option>
            <option value="level">level under {baseline}</option>
          </select>
        </label>
        <label>
          Ranges{' '}
          <select
            value={ranges.id}
            onChange={(event) => dispatch({ kind: 'ranges', ranges: event.target.value })}
          >
            {study.ranges.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Constants{' '}
          <select
            value={only}
            onChange={(event) =>
              setOnly(
                event.target.value === 'policy' ? 'policy' : event.target.value === 'other' ? 'other' : 'all',
              )
            }
          >
            <option value="all">all</option>
            <option value="policy">that a policy sets</option>
            <option value="other">that no policy sets</option>
          </select>
        </label>
      </div>
      <div className="tabs" role="tablist" aria-label="Ways to look" ref={tabs} onKeyDown={onKeyDown}>
        {TABS.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={tab === id}
            aria-controls="sensitivity-panel"
            tabIndex={tab === id ? 0 : -1}
            onClick={() => setTab(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div id="sensitivity-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab !== 'flips' ? null : flips === undefined ? (
          waiting(0, 0)
        ) : (
          <FlipPoints flips={flips} varied={varied} policy={policy} baseline={baseline} />
        )}
        {!isSwept || sweep !== undefined
          ? null
          : waiting(asked.result?.rows ?? 0, 1 + varied.length * POINTS)}
        {tab === 'tornado' && sweep !== undefined ? (
          <Tornado sweep={sweep} sentence={sentence} unit={unit} method={`${method} | ${sweep.runs} runs`} />
        ) : null}
        {tab === 'oat' && sweep !== undefined ? (
          <OneAtATime sweep={sweep} sentence={sentence} method={`${method} | ${sweep.runs} runs`} />
        ) : null}
        {tab === 'curves' && sweep !== undefined ? (
          <Curves
            sweep={sweep}
            sentence={sentence}
            unit={unit}
            method={`${method} | ${sweep.runs} runs`}
            look={draftLook(study, draft)}
          />
        ) : null}
        {tab !== 'prcc' ? null : report === undefined ? (
          waiting(sample.result?.rows ?? 0, DRAWS)
        ) : (
          <RankCorrelations report={report} varied={varied} sentence={sentence} method={method} />
        )}
      </div>
      <details>
        <summary>Why these ranges</summary>
        <p>{ranges.justification}</p>
      </details>
    </section>
  );

  function onKeyDown(event: KeyboardEvent): void {
    const at = TABS.findIndex(({ id }) => id === tab);
    const next =
      event.key === 'ArrowRight'
        ? at + 1
        : event.key === 'ArrowLeft'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? TABS.length - 1
              : undefined;
    if (next === undefined) return;
    event.preventDefault();
    const place = (next + TABS.length) % TABS.length;
    const wanted = TABS[place];
    if (wanted === undefined) return;
    setTab(wanted.id);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[place]?.focus();
  }
}
