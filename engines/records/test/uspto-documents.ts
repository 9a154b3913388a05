/** A grant as the USPTO writes it, cut down to what a test is about. */
export function grant(parts: {
  number?: string;
  type?: string;
  kind?: string;
  date?: string;
  body?: string;
  more?: string;
  status?: string;
}): string {
  const { number = '12345678', type = 'utility', kind = 'B2', date = '20200107', body = '', more = '' } = parts;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE us-patent-grant SYSTEM "us-patent-grant-v45-2014-04-03.dtd" [ ]>
<us-patent-grant lang="EN" status="${parts.status ?? 'PRODUCTION'}" country="US" date-publ="20200107">
<us-bibliographic-data-grant>
<publication-reference><document-id><country>US</country><doc-number>10524399</doc-number><kind>${kind}</kind><date>${date}</date></document-id></publication-reference>
<application-reference appl-type="${type}"><document-id><country>US</country><doc-number>${number}</doc-number><date>20180301</date></document-id></application-reference>
<us-application-series-code>12</us-application-series-code>
<invention-title id="t">Hinge</invention-title>${body}
</us-bibliographic-data-grant>${more}
</us-patent-grant>
`;
}

export const sequenceListing = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE sequence-cwu SYSTEM "us-sequence-listing-2004-03-09.dtd" [ ]>
<sequence-cwu id="S"><number-of-sequences>1</number-of-sequences></sequence-cwu>
`;
