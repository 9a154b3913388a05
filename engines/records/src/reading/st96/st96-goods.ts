import type { GoodsFacts } from '../trademark/mark-facts.js';
import { childrenOf, elementAt, flatText, textAt, type XmlElement } from '../uspto/xml-element.js';

/** The goods and services of a `Trademark` element. */
export function st96Goods(mark: XmlElement): GoodsFacts[] {
  return childrenOf(elementAt(mark, 'GoodsServicesBag'), 'GoodsServices').map((goods) => {
    const classifications = childrenOf(
      elementAt(goods, 'GoodsServicesClassificationBag'),
      'GoodsServicesClassification',
    );
    const descriptions = childrenOf(elementAt(goods, 'ClassDescriptionBag'), 'ClassDescription');
    const national = numbers(classifications, 'NationalClassNumber');
    // the class that heads the entry is listed by its scheme as well; old national marks have no Nice class
    const listed = numbers(classifications, 'ClassNumber').filter((number) => !national.includes(number));
    const nice = listed.length > 0 || national.length > 0 ? listed : numbers(descriptions, 'ClassNumber');
    return {
      edition: textAt(goods, 'ClassificationVersion') ?? firstText(classifications, 'ClassificationVersion'),
      nice,
      national,
      statements: descriptions.flatMap(statementOf),
      firstUsed: textAt(goods, 'NationalFilingBasis', 'FirstUsedDate'),
    };
  });
}

function statementOf(description: XmlElement): { class: string | null; text: string }[] {
  const texts = childrenOf(description, 'GoodsServicesDescriptionText');
  const language = texts[0]?.attributes.languageCode;
  const text = texts
    .filter(({ attributes }) => attributes.languageCode === language)
    .map(flatText)
    .filter((part) => part !== null)
    .join(' ');
  const number = textAt(description, 'ClassNumber') ?? textAt(description, 'NationalClassNumber');
  return text === '' ? [] : [{ class: number, text }];
}

function numbers(elements: readonly XmlElement[], name: string): string[] {
  return elements.map((element) => textAt(element, name)).filter((number) => number !== null);
}

function firstText(elements: readonly XmlElement[], name: string): string | null {
  return numbers(elements, name)[0] ?? null;
}
