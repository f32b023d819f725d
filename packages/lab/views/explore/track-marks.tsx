import type { LabControl } from '../../models/lab-study.js';

interface Props {
  readonly control: LabControl;
  /** What the policy has without a person's own setting. */
  readonly before: number;
}

/** Under the track: the tested range as a bar, the model's value and the policy's as ticks. Said in words in the note. */
export function TrackMarks({ control, before }: Props) {
  const { low, high, tested, value } = control;
  const place = (at: number): number => {
    const share = high > low ? (at - low) / (high - low) : 0;
    return 100 * Math.max(0, Math.min(1, share));
  };
  return (
    <svg className="track-marks" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {tested === undefined ? null : (
        <rect
          x={place(tested.low)}
          width={Math.max(0.5, place(tested.high) - place(tested.low))}
          y="0"
          height="3"
        />
      )}
      <line x1={place(value)} x2={place(value)} y1="0" y2="8" />
      {before === value ? null : (
        <line x1={place(before)} x2={place(before)} y1="0" y2="8" strokeDasharray="2 1" />
      )}
    </svg>
  );
}
