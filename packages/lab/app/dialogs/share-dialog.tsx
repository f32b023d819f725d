import { packedLink } from '@weir/study';
import { useEffect, useState } from 'react';
import { linkOfState } from '../../state/link-of-state.js';
import { useLab } from '../lab-context.js';
import { browserPacking } from '../packing.js';

/** The whole state as a link. What stands after # never reaches a server. */
export function ShareDialog() {
  const { state, study, desk, announce } = useLab();
  const [link, setLink] = useState('');
  const fragment = linkOfState(state, study);
  useEffect(() => {
    packedLink(fragment, browserPacking).then((text) =>
      setLink(`${location.href.replace(/#.*$/, '')}#${text}`),
    );
  }, [fragment]);
  if (desk.source.kind === 'own') {
    return <p>A link cannot carry a model from your own file: send the file beside it.</p>;
  }
  return (
    <>
      <p>
        The link carries everything that this page shows: model, corrections, policies, draws. Nothing is
        sent.
      </p>
      <label className="stacked">
        Link
        <textarea readOnly rows={4} value={link} onFocus={({ target }) => target.select()} />
      </label>
      <p className="buttons">
        <button
          type="button"
          onClick={() => {
            void navigator.clipboard?.writeText(link).then(() => announce('Link copied'));
          }}
        >
          Copy link
        </button>
      </p>
      <p>The same run on the command line:</p>
      <pre>{`weir run ${study.id} --link '#${fragment}'`}</pre>
    </>
  );
}
