import { fixed } from '@weir/figures';
import { Figure } from '../../components/figure.js';
import { Bars } from './bars.js';
import type { Sweep } from './use-sweep.js';

interface Props {
  readonly sweep: Sweep;
  readonly sentence: string;
  readonly method: string;
}

const MOST = 15;

/** The signed one-at-a-time index, as the authors of the first model defined it. */
export function OneAtATime({ sweep, sentence, method }: Props) {
  const { indices } = sweep;
  if (indices === undefined)
    return <p className="notice">The default run has no value, so that there is no index.</p>;
  const rows = indices.cells
    .flatMap((cell, at) => {
      const constant = sweep.curves[at]?.constant;
      if (constant === undefined) return [];
      const value = cell.kind === 'value' ? cell.index : Number.NaN;
      const note =
        cell.kind !== 'value' ? 'no index' : cell.flags.includes('non-monotone') ? 'bends back' : '';
      return [{ constant, value, note }];
    })
    .sort((one, other) => Math.abs(other.value || 0) - Math.abs(one.value || 0));
  const title = `${sentence}: one-at-a-time index`;
  return (
    <Figure
      title={title}
      subtitle="Largest less smallest value over each constant's range, percent of the default run, with the sign of the trend. It depends on each range, and is not an elasticity."
      summary=""
      table={{
        id: 'one-at-a-time',
        caption: title,
        columns: [
          { key: 'constant', label: 'Constant' },
          { key: 'index', label: 'Index' },
          { key: 'note', label: 'Note' },
        ],
        rows: rows.map(({ constant, value, note }) => [
          constant.label,
          { value, shown: Number.isFinite(value) ? fixed(value, 2) : 'none' },
          note,
        ]),
      }}
      fileName="one-at-a-time"
      method={method}
      heading="h2"
    >
      <Bars
        rows={rows.slice(0, MOST).map(({ constant, value }) => ({
          id: constant.name,
          label: constant.label,
          low: 0,
          high: value,
        }))}
        zero={0}
        label={title}
        formatTick={(value) => fixed(value, Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0)}
      />
    </Figure>
  );
}
