/** A row of the generator's CSV, read the plain way and named by the header. */
export type PlainRow = Record<string, string>;

export function plainRows(csv: string): PlainRow[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const fields = line.includes('"') ? quotedFields(line) : line.split(',');
    if (fields.length !== names.length) throw new Error(`a row of ${fields.length} fields: ${line}`);
    return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
  });
}

function quotedFields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

/** What the ST.36 documents of a file say, under the names of the CSV's columns, as far as tests look at them. */
export function documentRows(xml: string): PlainRow[] {
  return xml
    .split('<?xml ')
    .slice(1)
    .map((document) => {
      const all = (pattern: RegExp) => [...document.matchAll(new RegExp(pattern, 'g'))].map((match) => match[1] ?? '');
      const one = (pattern: RegExp) => all(pattern)[0] ?? '';
      const day = (element: string) =>
        one(new RegExp(`<${element}><date>(\\d*)</date>`)).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1.$2.$3');
      const publication = /<kind>A<\/kind><date>(\d{4})(\d{2})(\d{2})</.exec(document);
      const claim = /<priority-claim [^>]*><date>(\d{4})(\d{2})(\d{2})</.exec(document);
      const dotted = (match: RegExpExecArray | null) => (match === null ? '' : match.slice(1, 4).join('.'));
      const kind = one(/<kind>(发明|实用新型|外观设计)</);
      const country = all(/<address>.*?<country>(..)<\/country>/).map((code) => (code === 'CN' ? '' : code));
      const ipc = all(
        /(<section>.<\/section><class>..<\/class><subclass>.<\/subclass><main-group>\d+<\/main-group><subgroup>\d+)/g,
      ).map((symbol) => symbol.replace('</main-group>', '/').replaceAll(/<[^>]*>/g, ''));
      const filed = /<application-reference .*?<date>(\d{4})(\d{2})(\d{2})/.exec(document);
      return {
        申请号: one(/<application-reference .*?<doc-number>([^<]*)/),
        专利类型: kind === '发明' ? '发明专利' : kind,
        申请日: dotted(filed),
        优先权日: dotted(claim),
        公开日: dotted(publication),
        实审请求日: day('examination-requested'),
        首次审查意见日: day('first-action'),
        结案日: day('closed'),
        结案方式: { granted: '授权', refused: '驳回', withdrawn: '撤回' }[one(/<outcome>(\w+)/)] ?? '',
        授权公告日: day('granted'),
        终止日: day('ceased'),
        终止原因: { 'fee-unpaid': '未缴年费', expired: '期限届满' }[one(/<cease-reason>([\w-]+)/)] ?? '',
        发明名称: one(/<invention-title lang="zh">([^<]*)/),
        申请人: all(/<applicant .*?<(?:org)?name>([^<]*)/).join(';'),
        申请人类型: all(/<holder-type>(\w+)/)
          .map((type) => typeWords[type] ?? type)
          .join(';'),
        统一社会信用代码: all(/<credit-code>(\w+)/).join(';'),
        地址: all(/<address><text>([^<]*)/).join(';'),
        申请人国别地区代码: country.join(';'),
        分类号: [...ipc, ...all(/<main-classification>([^<]*)/)].join(';'),
        模拟数据: document.includes('status="SYNTHETIC"') ? '模拟' : '',
      };
    });
}

const typeWords: Readonly<Record<string, string>> = {
  enterprise: '企业',
  university: '大专院校',
  institute: '科研单位',
  government: '机关团体',
  individual: '个人',
};
