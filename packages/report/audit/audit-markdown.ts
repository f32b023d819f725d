import { fixed } from '@weir/figures';
import type { AuditedClaim, AuditedVariant, ModelAuditDocument, Study } from '@weir/study';

type Row = readonly string[];

/** An audit as a Markdown page: the same document as its JSON, for people. */
export function auditMarkdown(audit: ModelAuditDocument, study: Study): string {
  const parts = [
    `# ${audit.title}: what was reproduced, found and corrected`,
    `Written by \`weir audit ${audit.model} --format markdown\`; every number below is computed when it is written.`,
    audit.works,
    ...reproductionPart(audit),
    ...claimsPart(audit, study),
    ...variantsPart(audit, study),
    ...mechanismsPart(audit, study),
    ...findingsPart(audit),
    ...estimatesPart(audit),
    '## What stands',
    audit.stands,
    study.limits.strip,
  ];
  return `${parts.join('\n\n')}\n`;
}

function reproductionPart({ tables, figures }: ModelAuditDocument): readonly string[] {
  if (figures.length === 0) return [];
  const own = tables.flatMap(({ id, title, source, note }) => [
    `### ${title}`,
    [source, note].filter((text) => text !== undefined).join(' '),
    table(
      ['figure', 'policy', 'printed', 'ours', 'unit'],
      figures
        .filter((figure) => figure.table === id)
        .map(({ label, scenario, printed, value, unit }) => [
          label,
          scenario,
          printed,
          value === null ? 'not run' : number(value),
          unit === '1' ? 'share' : unit,
        ]),
    ),
  ]);
  return [
    '## Reproduction',
    'Runs with the published numerics and stop rule, beside the figures as printed.',
    ...own,
  ];
}

function claimsPart({ claims, variants }: ModelAuditDocument, study: Study): readonly string[] {
  if (claims.length === 0) return [];
  const tried = variants.length;
  return [
    '## Which conclusions hold',
    `Each claim about a direction, at the fixed points of the model as published, under each correction alone and under each group: ${tried} models in all. How claims fare when parameters vary: \`weir robustness\`.`,
    table(
      ['claim', 'by', 'holds under', 'does not hold under'],
      claims.map((claim) => [
        claimText(claim, study),
        claim.stated === 'publication' ? 'the publication' : 'what was found',
        heldText(claim, tried),
        against(claim).join(', '),
      ]),
    ),
  ];
}

function claimText({ sentence, outcome, scenario, than, direction }: AuditedClaim, study: Study): string {
  const label = study.outcomes.find(({ id }) => id === outcome)?.short ?? outcome;
  return `${sentence} (${label}: ${scenario} ${direction} than ${than})`;
}

function heldText({ verdict, holds }: AuditedClaim, tried: number): string {
  const held = Object.values(holds).filter((one) => one === true).length;
  return verdict === 'all' ? `all ${held}` : `${held} of ${tried}`;
}

function against({ holds }: AuditedClaim): readonly string[] {
  return Object.entries(holds).flatMap(([id, held]) =>
    held === true ? [] : [held === null ? `${id} (not solved)` : id],
  );
}

function variantsPart({ variants, baseline }: ModelAuditDocument, study: Study): readonly string[] {
  const outcomes = study.outcomes.filter(({ headline }) => headline);
  const policies = study.scenarios.filter(({ id }) => id !== baseline);
  const parts = outcomes.flatMap(({ id, label, kind, unit }) => [
    `### ${label}`,
    table(
      ['model', `level under ${baseline}`, ...policies.map((policy) => policy.id)],
      variants.map((variant) => [
        variantName(variant),
        `${number(variant.effects.values[baseline]?.[id] ?? Number.NaN)} ${unit === '1' ? '' : unit}`.trim(),
        ...policies.map((policy) => changeText(variant.effects.changes[policy.id]?.[id], kind === 'share')),
      ]),
    ),
  ]);
  const corrections = variants.filter(({ kind }) => kind === 'correction');
  return [
    '## The policies under each correction',
    'Changes at the fixed points, from the baseline of the same model. Groups put several corrections together; no group is pooled with draws of parameters.',
    table(
      ['correction', 'what it corrects', 'status'],
      corrections.map(({ id, title = '', status = '' }) => [id, title, status]),
    ),
    table(
      ['group', 'corrections'],
      variants.filter(({ kind }) => kind === 'group').map(({ id, corrections: ids }) => [id, ids.join(', ')]),
    ),
    ...parts,
  ];
}

function variantName({ id, kind }: AuditedVariant): string {
  return kind === 'published' ? 'as published' : kind === 'group' ? `group ${id}` : id;
}

function mechanismsPart({ mechanisms }: ModelAuditDocument, study: Study): readonly string[] {
  if (mechanisms.length === 0) return [];
  const outcomes = study.outcomes.filter(({ headline, kind }) => headline && kind !== 'share');
  return [
    '## Why: shares of each effect',
    'Each mechanism is a set of links that can be frozen at their values under the baseline; all combinations are solved, and each mechanism gets its Shapley share of the change in percent (`weir why`).',
    ...mechanisms.flatMap((explained) => [
      `### ${study.scenarios.find(({ id }) => id === explained.scenario)?.label ?? explained.scenario}`,
      table(
        ['mechanism', ...outcomes.map(({ short }) => short)],
        [
          ...explained.mechanisms.map(({ label }, at) => [
            label,
            ...outcomes.map(({ id }) =>
              changeText(explained.outcomes.find((one) => one.id === id)?.shares[at]?.share, false, 3),
            ),
          ]),
          [
            'whole effect',
            ...outcomes.map(({ id }) =>
              changeText(explained.outcomes.find((one) => one.id === id)?.total, false, 3),
            ),
          ],
        ],
      ),
    ]),
  ];
}

const KINDS = {
  differs: 'Where text, files and mathematics differ',
  also: 'Also found',
  unreported: 'What the publication does not report',
} as const;

function findingsPart({ findings }: ModelAuditDocument): readonly string[] {
  const kinds = ['differs', 'also', 'unreported'] as const;
  return [
    '## Findings',
    'Proved follows from the public files, or from computation with equations that reproduce their outputs; inferred is the most plausible reading. Sizes are those of the work that found them; what the corrections do is computed above.',
    ...kinds.flatMap((kind) => {
      const own = findings.filter((finding) => finding.kind === kind);
      if (own.length === 0) return [];
      return [
        `### ${KINDS[kind]}`,
        table(
          ['id', 'finding', 'status', 'size', 'corrections'],
          own.map(({ id, sentence, status, proof, size = '', corrections }) => [
            id,
            sentence,
            proof ?? status,
            size,
            corrections.join(', '),
          ]),
        ),
      ];
    }),
  ];
}

function estimatesPart({ estimates }: ModelAuditDocument): readonly string[] {
  if (estimates.length === 0) return [];
  return [
    "## The publication's arithmetic, executed",
    ...estimates.map(({ name, what, value, unit, steps, note }) =>
      [
        `**${name}** is ${number(value)}${unit === '1' ? '' : ` ${unit}`}: ${what}.`,
        ...steps.map((step) => `- \`${step.name} = ${step.text}\` = ${number(step.value)}`),
        ...(note === undefined ? [] : ['', note]),
      ].join('\n'),
    ),
  ];
}

function changeText(change: number | undefined, isShare: boolean, decimals = 2): string {
  if (change === undefined) return 'not solved';
  const text = fixed(change, decimals);
  const signed = /^[0-9]/.test(text) && /[1-9]/.test(text) ? `+${text}` : text;
  return `${signed} ${isShare ? 'points' : '%'}`;
}

/** A number with six significant digits, grouped. */
function number(value: number): string {
  if (!Number.isFinite(value)) return 'not solved';
  const size = Math.abs(value);
  const whole = size === 0 ? 1 : Math.floor(Math.log10(size)) + 1;
  const text = fixed(value, Math.max(0, Math.min(6, 6 - whole)));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
