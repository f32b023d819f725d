import { SUPPORT } from '../../help/support.js';

/** Whom to call, and the way out. */
export function HelpDialog() {
  return (
    <>
      <p>
        {SUPPORT.name}, {SUPPORT.country}: <a href={`tel:${SUPPORT.phone}`}>{SUPPORT.phone}</a>.{' '}
        {SUPPORT.note}
      </p>
      <p>In an emergency, call 911.</p>
      <p className="muted">
        {SUPPORT.checkedOn === null
          ? 'This number has not been called to check it for this version.'
          : `Last checked on ${SUPPORT.checkedOn}.`}
      </p>
      <p>
        <button type="button" onClick={() => location.replace('about:blank')}>
          Exit this page
        </button>{' '}
        The page stays in the history of this browser.
      </p>
    </>
  );
}
