/** What a text is: plain, HTML, or something that is recognised and not read. */
export type Markup = 'plain' | 'html' | { readonly named: string };

const htmlStart =
  /^<(?:!doctype\s+html|(?:html|head|body|meta|title|script|style|link|iframe|h[1-6]|div|span|section|article|main|header|center|font|table|ul|ol|pre|blockquote|dl|form|nav|footer|a|b|i|em|strong|br|p)(?=[\s/>]))/i;
const archiveHeader = /^(?:MIME-Version|From|Subject|Date|Content-Type|Snapshot-Content-Location):/i;

/** Recognises a text by its beginning, behind blanks, comments and an XML declaration. */
export function recogniseMarkup(text: string): Markup {
  const head = text.slice(0, 65_536);
  const start = withoutComments(head.trimStart());
  if (htmlStart.test(start)) return 'html';
  if (archiveHeader.test(start) && /^Content-Type:\s*multipart\/related/im.test(head.slice(0, 4096))) {
    return { named: 'a web archive (MHTML)' };
  }
  if (!/^<\?xml\s/i.test(start)) return 'plain';
  const behind = withoutComments(start.replace(/^<\?xml[^>]*\?>/i, '').trimStart());
  if (htmlStart.test(behind)) return 'html';
  if (/<\?mso-application\s+progid="Word\.Document"|<w:wordDocument\b/.test(head)) return { named: 'Word 2003 XML' };
  return { named: /<pkg:package\b/.test(head) ? 'a DOCX in one XML file (Flat OPC)' : 'an XML file that is not HTML' };
}

/** Encodings that the beginning of an HTML file names; those of GB 2312 and GBK are read as GB18030, which holds them. */
export function declaredEncodings(bytes: Buffer): string[] {
  const head = bytes.toString('latin1', 0, 4096);
  if (!head.trimStart().startsWith('<')) return [];
  const [, named] =
    /<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?([\w.:-]+)/i.exec(head) ?? [];
  if (named === undefined) return [];
  try {
    const { encoding } = new TextDecoder(named);
    return [encoding === 'gbk' ? 'gb18030' : encoding.startsWith('utf-16') ? 'utf-8' : encoding];
  } catch {
    return [];
  }
}

function withoutComments(text: string): string {
  let rest = text;
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end < 0) return rest;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}
