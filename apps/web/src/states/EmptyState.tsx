import type { ReactNode } from 'react';

/** Nothing to show, and the next thing to do. */
export function EmptyState(props: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section className="state">
      <h3>{props.heading}</h3>
      <div>{props.children}</div>
    </section>
  );
}
