import { useQuery } from '@tanstack/react-query';
import { officeQuery } from '../api/queries.js';
import { momentsIn } from './moments.js';

/** Days and moments as the office's clock shows them; in the zone of the reader's machine until the server has told. */
export function useMoments() {
  return momentsIn(useQuery(officeQuery()).data?.timeZone);
}
