import type { VerdictWord } from '@zhiheng/programme';

/** ● met, ◕ on track, ◔ at risk, ○ not met, ? cannot tell: the shape says it, the colour repeats it. */
export function VerdictMark({ verdict }: { readonly verdict: VerdictWord }) {
  return (
    <svg className={`mark mark-${verdict}`} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {verdict === 'cannot-tell' ? (
        <text x="7" y="12" textAnchor="middle" fontSize="14" fontWeight="600" fill="currentColor">
          ?
        </text>
      ) : (
        <circle
          cx="7"
          cy="7"
          r="5.5"
          fill={verdict === 'met' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
        />
      )}
      {verdict === 'on-track' ? <path d="M7 7V1.5A5.5 5.5 0 1 1 1.5 7z" fill="currentColor" /> : null}
      {verdict === 'at-risk' ? <path d="M7 7V1.5A5.5 5.5 0 0 1 12.5 7z" fill="currentColor" /> : null}
    </svg>
  );
}
