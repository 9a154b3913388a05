import { Fragment, type ReactNode } from 'react';

/** Names and what is told of each; what is null is left out. */
export function FactList({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, told]) =>
        told === null ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{told}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
