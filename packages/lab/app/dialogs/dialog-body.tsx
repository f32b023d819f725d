import type { ComponentType } from 'react';
import { Dialog } from '../../components/dialog.js';
import { Brief } from '../../views/brief/brief.js';
import type { DialogName } from '../lab-context.js';
import { CorrectionsDialog } from './corrections-dialog.js';
import { DisplayDialog } from './display-dialog.js';
import { ExportDialog } from './export-dialog.js';
import { HelpDialog } from './help-dialog.js';
import { LimitsDialog } from './limits-dialog.js';
import { ShareDialog } from './share-dialog.js';
import { WordsDialog } from './words-dialog.js';

const DIALOGS: Readonly<Record<DialogName, { readonly title: string; readonly Content: ComponentType }>> = {
  brief: { title: 'Brief', Content: Brief },
  corrections: { title: 'Corrections', Content: CorrectionsDialog },
  display: { title: 'Display', Content: DisplayDialog },
  export: { title: 'Export', Content: ExportDialog },
  help: { title: 'Get help', Content: HelpDialog },
  limits: { title: 'Limits', Content: LimitsDialog },
  share: { title: 'Share', Content: ShareDialog },
  words: { title: 'Words', Content: WordsDialog },
};

/** A dialog by its name. */
export function DialogBody({ name, onClose }: { readonly name: DialogName; readonly onClose: () => void }) {
  const { title, Content } = DIALOGS[name];
  return (
    <Dialog title={title} onClose={onClose}>
      <Content />
    </Dialog>
  );
}
