import { WEIR_VERSION } from '@weir/study';
import { SUPPORT } from '../../help/support.js';
import { useLab } from '../lab-context.js';

/** Privacy, citation, license, and whom to call. */
export function Footer() {
  const { study, open } = useLab();
  return (
    <footer className="footer">
      <p className="no-workers">
        This browser offers no background workers here: everything is computed in the page itself, slower.
      </p>
      <p>
        Everything is computed in this browser. No account, no cookies, no tracking; nothing is sent anywhere.
      </p>
      {study.citation === '' ? null : <p>{study.citation}</p>}
      <p>
        Weir {WEIR_VERSION}, Apache License 2.0.{' '}
        <button type="button" className="link" onClick={() => open('help')}>
          {SUPPORT.name}: {SUPPORT.phone}
        </button>
      </p>
    </footer>
  );
}
