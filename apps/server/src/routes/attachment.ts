/**
 * The header that names a CSV download (RFC 6266): plain letters for every reader, and the full name in UTF-8. Synthetic
 * data says so in both.
 */
export function attachment(stem: string, synthetic: boolean): string {
  const plain = `${stem}${synthetic ? '-synthetic' : ''}.csv`.replaceAll(/[^A-Za-z0-9._-]/g, '-');
  const full = encodeURIComponent(`${stem}${synthetic ? '-模拟数据' : ''}.csv`).replaceAll("'", '%27');
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
