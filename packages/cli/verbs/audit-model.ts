import { auditMarkdown } from '@weir/report';
import { auditModel, jsonText, type ModelAuditDocument, type Study } from '@weir/study';
import { openEvidence, openFindings } from '@weir/study/node';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import { tableLines } from '../print/table.js';
import { printWidth } from '../print/width.js';
import { wrap } from '../print/wrap.js';
import type { Verb } from './verb.js';

/** Forms of an audit of a model. */
export type AuditForm = 'json' | 'markdown' | 'table';

/** Audits a published model, and hands the audit over in the form asked for. */
export async function runAuditModel(
  verb: Verb,
  model: string,
  form: AuditForm,
  out: string | undefined,
): Promise<void> {
  if (out !== undefined) checkOutFile(out);
  const { io } = verb;
  const places = io.modelsFolder === undefined ? {} : { modelsFolder: io.modelsFolder };
  const prepared = openModel(verb, model);
  const findings = valueOrFail(openFindings(model, places), EXIT.data);
  const evidence = openEvidence(model, places);
  const audit = valueOrFail(
    await auditModel(prepared, findings, evidence.ok ? evidence.value : undefined),
    EXIT.data,
  );
  deliver(io, auditText(audit, prepared.study, form, printWidth(io)), out);
}

function auditText(audit: ModelAuditDocument, study: Study, form: AuditForm, width: number): string {
  if (form === 'json') return jsonText(audit);
  if (form === 'markdown') return auditMarkdown(audit, study);
  const count = (kind: string) => audit.findings.filter(({ status }) => status === kind).length;
  const lines = [
    ...wrap(`Audit: ${audit.title}`, width),
    '',
    ...wrap(
      `${audit.findings.length} findings, ${count('proved')} proved and ${count('inferred')} inferred; ${audit.variants.length} models solved: as published, under each correction alone, and under each group.`,
      width,
    ),
    '',
    ...tableLines(
      [
        { head: 'Claim', align: 'left', wraps: true },
        { head: 'Holds', align: 'right' },
        { head: 'Not under', align: 'left', wraps: true },
      ],
      audit.claims.map(({ sentence, holds, verdict }) => {
        const held = Object.values(holds).filter((one) => one === true).length;
        const failing = Object.entries(holds).flatMap(([id, one]) => (one === true ? [] : [id]));
        return [
          sentence,
          verdict === 'all' ? 'in all' : `${held} of ${audit.variants.length}`,
          failing.join(', '),
        ];
      }),
      width,
    ),
    '',
    ...wrap(audit.stands, width),
    '',
    ...wrap(study.limits.strip, width),
    'Everything: --format markdown, or --format json.',
  ];
  return `${lines.join('\n')}\n`;
}
