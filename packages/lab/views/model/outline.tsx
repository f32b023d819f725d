import { useMemo, useState } from 'react';
import type { Atlas, AtlasVariable } from '../../models/atlas.js';

interface Props {
  readonly atlas: Atlas;
  readonly selected: string | undefined;
  readonly onOpen: (key: string) => void;
  readonly valueText: (key: string) => string;
}

const GROUPS: readonly { readonly title: string; readonly holds: (variable: AtlasVariable) => boolean }[] = [
  { title: 'Stocks', holds: ({ kind }) => kind === 'stock' },
  { title: 'Flows', holds: ({ kind }) => kind === 'flow' },
  { title: 'Auxiliaries', holds: ({ kind, isConstant }) => kind === 'auxiliary' && !isConstant },
  { title: 'Constants', holds: ({ kind, isConstant }) => kind === 'auxiliary' && isConstant },
  { title: 'Graphical functions', holds: ({ kind }) => kind === 'graphical' },
];

/** The model as a list: the same variables and cards as the map, for keyboard and screen reader, and for finding. */
export function Outline({ atlas, selected, onOpen, valueText }: Props) {
  const [wanted, setWanted] = useState('');
  const groups = useMemo(() => {
    const words = wanted.trim().toLowerCase();
    const found = atlas.variables.filter(
      ({ name, short }) =>
        words === '' || name.toLowerCase().includes(words) || short.toLowerCase().includes(words),
    );
    return GROUPS.map(({ title, holds }) => ({ title, variables: found.filter(holds) })).filter(
      ({ variables }) => variables.length > 0,
    );
  }, [atlas, wanted]);
  return (
    <div className="outline">
      <label>
        Find a variable{' '}
        <input
          type="search"
          data-shortcut="find"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </label>
      {groups.length === 0 ? <p>No variable has “{wanted}” in its name.</p> : null}
      {groups.map(({ title, variables }) => (
        <details key={title} open={title === 'Stocks' || wanted !== ''}>
          <summary>
            {title} ({variables.length})
          </summary>
          <ul className="names">
            {variables.map(({ key, name }) => (
              <li key={key}>
                <button
                  type="button"
                  className="name"
                  aria-current={key === selected ? 'true' : undefined}
                  onClick={() => onOpen(key)}
                >
                  {name}
                </button>{' '}
                <span className="muted small">{valueText(key)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
