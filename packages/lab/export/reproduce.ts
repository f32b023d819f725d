import { phaseInText, settingText } from '@weir/study';
import type { ModelSource } from '../models/load-model.js';
import type { LabState } from '../state/lab-state.js';

/** The command line that gives the same run. */
export function commandLine(source: ModelSource, { draft, horizon }: LabState, link: string): string {
  if (source.kind === 'bundled') return `weir run --link '#${link}' --format json`;
  const words = ['weir', 'run', quoted(source.sources.model.name)];
  const settings = draft?.settings ?? [];
  if (source.sources.study !== undefined && draft !== undefined) words.push('--scenario', draft.scenario);
  if (settings.length > 0) words.push('--set');
  for (const { name, value, at, over = 0 } of settings) {
    words.push(quoted(`${name}=${at === undefined ? value : settingText({ value, at, over })}`));
  }
  if (draft?.begin !== undefined) words.push('--begin', phaseInText(draft.begin));
  if (horizon !== 'long') words.push('--until', String(horizon));
  return [...words, '--format', 'json'].join(' ');
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./=@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
