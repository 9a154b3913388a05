import { useMoments } from '../words/useMoments.js';

/** A moment as `2023-12-31 08:05`, by the clock of the office. */
export function TimeText({ time }: { readonly time: string }) {
  const { moment } = useMoments();
  return (
    <time dateTime={time} className="moment">
      {moment(time)}
    </time>
  );
}
