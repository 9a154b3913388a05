import { useQuery } from '@tanstack/react-query';
import { comparedQuery } from '../api/screening-queries.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { AlignedTexts } from './AlignedTexts.js';

export interface ComparisonProps {
  readonly a: string;
  readonly b: string;
  readonly run: string | undefined;
}

/** The texts of two applications, fetched when they are looked at. */
export function Comparison({ a, b, run }: ComparisonProps) {
  const { data, error, refetch, isPlaceholderData } = useQuery(comparedQuery(a, b, run));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  return <AlignedTexts texts={data} busy={isPlaceholderData} />;
}
