/**
 * The header that names a download (RFC 6266): plain letters for every reader, and the full name in UTF-8. Synthetic
 * data says so in both.
 */
export function attachment(stem: string, synthetic: boolean, ending = 'csv'): string {
  const plain = `${stem}${synthetic ? '-synthetic' : ''}.${ending}`.replaceAll(/[^A-Za-z0-9._-]/g, '-');
  const full = encodeURIComponent(`${stem}${synthetic ? '-模拟数据' : ''}.${ending}`).replaceAll("'", '%27');
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
