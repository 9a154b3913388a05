/** A bar that says how far something is; without `total` only that it goes on. */
export function ProgressBar(props: { readonly label: string; readonly done: number; readonly total: number | null }) {
  const { label, done, total } = props;
  const share = total === null || total === 0 ? {} : { value: Math.min(done, total), max: total };
  return <progress className="bar" aria-label={label} {...share} />;
}
