const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** A moment as `2023-12-31 08:05`, in the time of the reader's machine. */
export function TimeText({ time }: { readonly time: string }) {
  return (
    <time dateTime={time} className="moment">
      {format.format(new Date(time))}
    </time>
  );
}
