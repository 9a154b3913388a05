import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { Skeleton } from '../states/Skeleton.js';

/** Draws, and fetches what it takes to draw, only once the numbers stand on the page. */
export function AfterNumbers({ children }: { readonly children: ReactNode }) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setDrawn(true));
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const waiting = <Skeleton rows={12} />;
  return drawn ? <Suspense fallback={waiting}>{children}</Suspense> : waiting;
}
