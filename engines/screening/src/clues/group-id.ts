import { canonicalHash } from '@zhiheng/vocabulary/canonical';

/** The id of a group of texts by its earliest filed member: 20 hexadecimal digits of a hash, which tell nothing of the application. */
export function groupId(core: string): string {
  return `G-${canonicalHash({ core }).slice(0, 20)}`;
}
