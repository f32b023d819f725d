import { useId } from 'react';

interface Props {
  readonly times: readonly number[];
  readonly place: number;
  readonly units: string;
  readonly onPlace: (place: number) => void;
  readonly onTime: (time: number) => void;
}

/** Chooses the time that the map shows: by sliding, or by typing. */
export function Scrubber({ times, place, units, onPlace, onTime }: Props) {
  const id = useId();
  const first = times[0] ?? 0;
  const last = times[times.length - 1] ?? 0;
  const time = Math.round((times[place] ?? first) * 100) / 100;
  const unit = units === '' ? 'time' : units;
  return (
    <div className="scrubber">
      <label htmlFor={`${id}-slide`}>Time</label>
      <input
        id={`${id}-slide`}
        type="range"
        min={0}
        max={Math.max(0, times.length - 1)}
        value={place}
        aria-valuetext={`${unit} ${time}`}
        onChange={(event) => onPlace(Number(event.target.value))}
      />
      <label htmlFor={`${id}-type`}>{unit}</label>
      <input
        id={`${id}-type`}
        type="number"
        min={first}
        max={last}
        value={time}
        onChange={(event) => {
          const typed = Number(event.target.value);
          if (Number.isFinite(typed)) onTime(typed);
        }}
      />
      <span className="muted small">
        {first} to {last}
      </span>
    </div>
  );
}
