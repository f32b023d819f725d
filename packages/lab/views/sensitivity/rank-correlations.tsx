import type { CorrelationReport } from '@weir/analysis';
import { fixed } from '@weir/figures';
import { Figure } from '../../components/figure.js';
import { Bars } from './bars.js';
import type { Varied } from './question.js';

interface Props {
  readonly report: CorrelationReport;
  readonly varied: readonly Varied[];
  readonly sentence: string;
  readonly method: string;
}

const MOST = 15;
/** Below this the ranks do not follow the constants well enough for coefficients to be read. */
const ADEQUATE = 0.7;

/** Partial rank correlations with their intervals, and how far they can be read. */
export function RankCorrelations({ report, varied, sentence, method }: Props) {
  const outcome = report.outcomes[0];
  if (outcome === undefined) return null;
  const rows = outcome.cells
    .flatMap((cell, at) => {
      const constant = varied.find(({ input }) => input.name === report.inputs[at]);
      if (constant === undefined || cell.kind !== 'value') return [];
      return [{ constant, cell }];
    })
    .sort((one, other) => Math.abs(other.cell.partial) - Math.abs(one.cell.partial));
  const fit = outcome.rSquared ?? Number.NaN;
  const isWeak = !(fit >= ADEQUATE);
  const significant = rows.filter(({ cell }) => (cell.test?.corrected ?? 1) < 0.05).length;
  const title = `${sentence}: ${significant} of ${rows.length} constants matter beyond chance`;
  return (
    <>
      {isWeak ? (
        <p className="notice" role="note">
          Rank R² is {Number.isFinite(fit) ? fixed(fit, 2) : 'not known'}: the constants together explain too
          little of the ranks for single coefficients to be trusted. Look at the response curves.
        </p>
      ) : null}
      <Figure
        title={title}
        subtitle={`Partial rank correlation with 95 % interval; rank R² ${Number.isFinite(fit) ? fixed(fit, 2) : 'not known'}. A coefficient is no share of variance.`}
        summary={`${outcome.runs} runs, ${outcome.df} degrees of freedom, corrected for ${report.family} tests (Benjamini and Hochberg).`}
        table={{
          id: 'rank-correlations',
          caption: title,
          columns: [
            { key: 'constant', label: 'Constant' },
            { key: 'partial', label: 'Coefficient' },
            { key: 'low', label: 'From' },
            { key: 'high', label: 'To' },
            { key: 'p', label: 'p, corrected' },
          ],
          rows: rows.map(({ constant, cell }) => [
            constant.label,
            { value: cell.partial, shown: fixed(cell.partial, 2) },
            { value: cell.interval?.low ?? Number.NaN, shown: fixed(cell.interval?.low ?? Number.NaN, 2) },
            { value: cell.interval?.high ?? Number.NaN, shown: fixed(cell.interval?.high ?? Number.NaN, 2) },
            { value: cell.test?.corrected ?? Number.NaN, shown: chance(cell.test?.corrected) },
          ]),
        }}
        fileName="rank-correlations"
        method={`${method} | ${outcome.runs} runs joined by run id | rank R² ${Number.isFinite(fit) ? fixed(fit, 2) : 'not known'} | corrected for ${report.family} tests`}
        heading="h2"
      >
        <Bars
          rows={rows.slice(0, MOST).map(({ constant, cell }) => ({
            id: constant.name,
            label: constant.label,
            low: cell.interval?.low ?? cell.partial,
            high: cell.interval?.high ?? cell.partial,
            dot: cell.partial,
          }))}
          zero={0}
          span={[-1, 1]}
          label={title}
          formatTick={(value) => fixed(value, 1)}
        />
      </Figure>
    </>
  );
}

function chance(p: number | undefined): string {
  if (p === undefined) return 'not known';
  return p < 0.001 ? 'under 0.001' : fixed(p, 3);
}
