import { useMemo, useRef, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import { Figure } from '../../components/figure.js';
import { draftLook, scenarioLook } from '../../components/policy-look.js';
import { firstPolicy, policyLabel } from '../../models/draft.js';
import { VariableCard } from './card/variable-card.js';
import { LiveMap } from './map/live-map.js';
import './model.css';
import { shortNumber } from '../../components/short-number.js';
import { Outline } from './outline.js';
import { mapPaths, nearestPlace, valuesAt } from './paths.js';
import { Scrubber } from './scrubber.js';
import { useAtlas } from './use-atlas.js';
import { useMapPaths } from './use-paths.js';
import { valuesTable } from './values-table.js';

/** The view Model: the stock-and-flow map with what flows in it, and a card for every variable. */
export function ModelView() {
  const { study, state, announce } = useLab();
  const atlas = useAtlas();
  const paths = useMapPaths(atlas);
  const [viewAt, setViewAt] = useState(0);
  const [asList, setAsList] = useState(false);
  const [selected, setSelected] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const [wantedPlace, setPlace] = useState<number>();
  const cards = useRef<HTMLDivElement>(null);
  const variables = useMemo(
    () => new Map(atlas?.variables.map((variable) => [variable.key as string, variable]) ?? []),
    [atlas],
  );
  const known = useMemo(
    () => (paths.result === undefined || paths.result.rows === 0 ? undefined : mapPaths(paths.result)),
    [paths.result],
  );
  const times = known?.times ?? [];
  const place = Math.min(wantedPlace ?? times.length - 1, times.length - 1);
  const draft = state.draft ?? firstPolicy(study);
  const policy = policyLabel(study, draft);
  const baseline = policyLabel(study, { scenario: study.baseline, settings: [] });

  const valueText = (key: string): string => {
    const unit = variables.get(key)?.unit ?? '';
    const value = shortNumber(valuesAt(known, key, place).policy);
    return `${value}${unit === '' || unit === '1' ? '' : ` ${unit}`}`;
  };
  const select = (key: string): void => {
    setSelected(key);
    if (opened !== undefined) setOpened(key);
    announce(`${variables.get(key)?.name ?? key}: ${valueText(key)}`);
  };
  const open = (key: string): void => {
    setSelected(key);
    setOpened(key);
    requestAnimationFrame(() => cards.current?.querySelector<HTMLElement>('h2')?.focus());
  };
  const view = atlas?.views[Math.min(viewAt, atlas.views.length - 1)];
  const shown = opened === undefined ? undefined : variables.get(opened);
  const time = Math.round((times[place] ?? study.time.start) * 100) / 100;
  const when = `${study.time.units === '' ? 'time' : study.time.units} ${time}`;
  return (
    <section aria-labelledby="model-title" className="model-view">
      <h1 id="model-title">What is in the model, and what flows through it?</h1>
      <p className="lead">
        Boxes are numbers of people or things; pipes are what moves between them each{' '}
        {study.time.units || 'time unit'}, as wide as the rate. Choose one for its definition and equation.
      </p>
      {atlas === undefined || view === undefined ? (
        <p role="status">Laying out the map.</p>
      ) : (
        <>
          <div className="model-tools">
            <label>
              Map{' '}
              <select
                value={viewAt}
                onChange={(event) => setViewAt(Number(event.target.value))}
                disabled={asList}
              >
                {atlas.views.map(({ title }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two maps may have one title.
                  <option key={`${title} ${at}`} value={at}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              aria-pressed={asList}
              data-shortcut="outline"
              onClick={() => setAsList(!asList)}
            >
              As a list
            </button>
            {times.length === 0 ? null : (
              <Scrubber
                times={times}
                place={place}
                units={study.time.units}
                onPlace={setPlace}
                onTime={(typed) => setPlace(nearestPlace(times, typed))}
              />
            )}
          </div>
          {paths.fault === undefined ? null : (
            <p className="notice" role="alert">
              The run stopped: {paths.fault.message}{' '}
              <button type="button" onClick={paths.retry}>
                Retry
              </button>
            </p>
          )}
          {view.isMade ? (
            <p className="notice">The file has no diagram; this one was laid out automatically.</p>
          ) : null}
          <div className={shown === undefined ? 'model-split' : 'model-split has-card'}>
            {asList ? (
              <Outline atlas={atlas} selected={selected} onOpen={open} valueText={valueText} />
            ) : (
              <Figure
                title={`${view.title}: ${policy} at ${when}`}
                subtitle={`Dashed: ${baseline}. Solid: ${policy}. Each box has its own scale from 0.`}
                summary={`A map of ${view.scene.nodes.filter(({ kind }) => kind === 'stock').length} stocks and ${view.scene.flows.length} flows. Arrow keys go from stock to stock, brackets along flows, Enter opens the card.`}
                table={valuesTable(view.scene, variables, known, place, { policy, baseline, when })}
                fileName={`map-${study.id}`}
                isOld={paths.isOld}
                heading="h2"
              >
                <LiveMap
                  key={view.title}
                  scene={view.scene}
                  label={`${view.title}. Arrow keys go from stock to stock, brackets along flows, Enter opens the card.`}
                  variables={variables}
                  paths={known}
                  place={place}
                  selected={selected}
                  onSelect={select}
                  onOpen={open}
                  valueText={valueText}
                />
                <p className="map-chosen" role="status">
                  {selected === undefined ? (
                    'Nothing chosen.'
                  ) : (
                    <>
                      {variables.get(selected)?.name ?? selected}: {valueText(selected)}{' '}
                      <button type="button" onClick={() => open(selected)}>
                        Open its card
                      </button>
                    </>
                  )}
                </p>
              </Figure>
            )}
            {shown === undefined ? null : (
              <div ref={cards}>
                <VariableCard
                  atlas={atlas}
                  variable={shown}
                  variables={variables}
                  paths={known}
                  place={place}
                  policyLabel={policy}
                  baselineLabel={baseline}
                  timeUnits={study.time.units}
                  looks={{ baseline: scenarioLook(study, study.baseline), policy: draftLook(study, draft) }}
                  onGo={open}
                  onClose={() => setOpened(undefined)}
                />
              </div>
            )}
          </div>
        </>
      )}
    </section>
  );
}
