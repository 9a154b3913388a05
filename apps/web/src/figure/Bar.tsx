/** A bar beside a number in a table, from zero; the number says the same, so it is for the eye alone. */
export function Bar({ value, most }: { readonly value: number | null; readonly most: number }) {
  const share = value === null || most <= 0 || value <= 0 ? 0 : Math.min(1, value / most);
  return (
    <svg className="bar" width="160" height="12" viewBox="0 0 160 12" aria-hidden="true">
      <rect x="0" y="1" width={Math.round(share * 1600) / 10} height="10" fill="currentColor" />
    </svg>
  );
}
