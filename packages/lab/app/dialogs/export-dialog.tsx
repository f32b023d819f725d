import { downloadText } from '../../components/download.js';
import { useLab } from '../lab-context.js';

/** Files to take away. Figures and tables have their own buttons beside them. */
export function ExportDialog() {
  const { desk, study } = useLab();
  const save = async (part: 'model' | 'study' | 'corrections' | 'evidence'): Promise<void> => {
    const sources = desk.source.kind === 'bundled' ? await desk.source.model.sources() : desk.source.sources;
    const file = sources[part];
    if (file !== undefined) downloadText(`${study.id}-${file.name}`, file.text, 'text/plain');
  };
  return (
    <>
      <p>Every figure has buttons for its table as CSV. The files of the study:</p>
      <p className="buttons">
        <button
          type="button"
          onClick={() => {
            void save('model');
          }}
        >
          Model file
        </button>
        <button
          type="button"
          onClick={() => {
            void save('study');
          }}
        >
          Study file
        </button>
      </p>
    </>
  );
}
