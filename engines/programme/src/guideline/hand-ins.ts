import type { GuidelineHandIn } from './guideline.js';
import type { FindOrganisation } from './outline/owner-notes.js';
import { readDue } from './targets/read-due.js';
import type { SourceText } from './text/source-text.js';
import type { TracedText } from './text/traced-text.js';

const handing = /(?:报送|上报|提交|报告|报)(?:至|给|到)?(?<to>[^,。;]{2,40})$/u;
const sentence = /[^。;]+/gu;
const paper = /纸(?:质|件|介质)/u;
const electronic = /电子(?:件|版|文档|邮件|形式)|光盘/u;

/** Sentences that ask for something to be handed in by a day, in some form, to somebody. */
export function findHandIns(
  texts: readonly TracedText[],
  context: { readonly find: FindOrganisation; readonly year: number | null; readonly source: SourceText },
): GuidelineHandIn[] {
  return texts.flatMap((text) =>
    [...text.text.matchAll(sentence)].flatMap((match) => {
      const to = handing.exec(match[0].trim())?.groups?.to;
      const due = readDue(match[0], context.year);
      const forms = [paper.test(match[0]) ? 'paper' : null, electronic.test(match[0]) ? 'electronic' : null];
      if (to === undefined || due === null) return [];
      const part = text.slice(match.index, match.index + match[0].length).trimmed();
      return [
        {
          due,
          to,
          toId: context.find(to),
          forms: forms.filter((form) => form !== null) as ('paper' | 'electronic')[],
          text: context.source(part),
          span: part.span(0, part.length),
        },
      ];
    }),
  );
}
