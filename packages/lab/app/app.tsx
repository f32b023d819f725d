import { useCallback, useMemo, useState } from 'react';
import type { Compute } from '../compute/compute.js';
import { firstState } from '../state/first-state.js';
import { linkOfState } from '../state/link-of-state.js';
import { announcer } from './announcer.js';
import { begin } from './begin.js';
import { Dialogs } from './dialogs/dialogs.js';
import { ErrorBoundary } from './error-boundary.js';
import { Footer } from './frame/footer.js';
import { Header } from './frame/header.js';
import { IgnoredNotice } from './frame/ignored-notice.js';
import { LimitsStrip } from './frame/limits-strip.js';
import { Navigation } from './frame/navigation.js';
import { useShortcuts } from './frame/use-shortcuts.js';
import { Welcome } from './frame/welcome.js';
import { type DialogName, type Lab, LabContext } from './lab-context.js';
import { FIRST_PREFERENCES, type Preferences } from './preferences.js';
import type { Beginning } from './session.js';
import { useAddress } from './use-address.js';
import { useDesk } from './use-desk.js';
import { useHistory } from './use-history.js';
import { usePreferences } from './use-preferences.js';
import { ViewPlace } from './view-place.js';

interface Props {
  readonly beginning: Beginning;
  readonly compute: Compute;
}

/** The lab: its state, its frame, and the view that is open. */
export function App({ beginning, compute }: Props) {
  const history = useHistory(beginning.state);
  const { state, dispatch } = history;
  const { desk, program, fault, put: putDesk } = useDesk(beginning.desk, state, compute);
  const { study } = desk.loaded;
  const [preferences, setPreferences] = useState<Preferences>(FIRST_PREFERENCES);
  const [dialog, setDialog] = useState<DialogName>();
  const [status, setStatus] = useState('');
  const [ignored, setIgnored] = useState(beginning.ignored);
  const announce = useMemo(() => announcer(setStatus), []);
  const prefer = useCallback(
    (change: Partial<Preferences>) => setPreferences((before) => ({ ...before, ...change })),
    [],
  );
  usePreferences(preferences);

  const put: Lab['put'] = (next, first) => {
    putDesk(next);
    dispatch({ kind: 'replace', state: first });
  };
  useAddress(
    desk.source.kind === 'bundled' ? linkOfState(state, study) : '',
    `${state.view} ${state.pins.length}`,
    (fragment) => {
      begin(`#${fragment}`).then((next) => {
        setIgnored(next.ignored);
        put(next.desk, next.state);
      });
    },
  );

  const lab: Lab = {
    ...history,
    desk,
    study,
    program,
    compute,
    put,
    reset: () => dispatch({ kind: 'replace', state: { ...firstState(study), view: state.view } }),
    preferences,
    prefer,
    open: setDialog,
    announce,
  };
  useShortcuts(lab);

  return (
    <LabContext value={lab}>
      <button type="button" className="skip-link" onClick={focusView}>
        Skip to the view
      </button>
      <Header />
      <Navigation />
      <LimitsStrip />
      <main id="view" tabIndex={-1}>
        <Welcome />
        <IgnoredNotice ignored={ignored} onClose={() => setIgnored([])} />
        {fault === undefined ? null : (
          <p className="notice" role="alert">
            These corrections could not be put in force: {fault} The results are those of the model before.
          </p>
        )}
        <ErrorBoundary resetKey={state.view} canUndo={history.canUndo} onUndo={history.undo}>
          <ViewPlace view={state.view} />
        </ErrorBoundary>
      </main>
      <Footer />
      <div className="unseen" role="status" aria-live="polite">
        {status}
      </div>
      <Dialogs open={dialog} onClose={() => setDialog(undefined)} />
    </LabContext>
  );
}

/** No link: the address's fragment is the state. */
function focusView(): void {
  document.getElementById('view')?.focus();
}
