import type { MemberText } from './member-texts.js';
import type { PlantedMark } from './planted-mark.js';
import type { PlantedPatent } from './planted-patent.js';

/** Columns of `truth-groups.csv`. A list of members or figures is separated by spaces. */
export const groupTruthColumns = [
  'group',
  'kind',
  'ground_411',
  'ground_77',
  'member',
  'role',
  'sources',
  'jaccard',
  'containment',
  'jaccard_claim',
  'containment_claim',
  'share',
] as const;

/**
 * Writes down what was planted, a line a member in the order of filing. Numbers are kept only for members that others
 * take from, until the last member of their group is past.
 */
export class GroupTruth {
  readonly #numbers = new Map<number, string[]>();
  readonly #markNumbers = new Map<number, string>();

  /** The first line. */
  get header(): string {
    return `${groupTruthColumns.join(',')}\n`;
  }

  /** Groups of which later members are still to come; for watching memory. */
  get open(): number {
    return this.#numbers.size + this.#markNumbers.size;
  }

  /** The line of an application; `text` is null in an office without texts. */
  patentLine(member: PlantedPatent, number: string, text: MemberText | null): string {
    const { groupNumber, ordinal, from } = member;
    const known = this.#numbers.get(groupNumber) ?? [];
    const sources = from.map((index) => known[index] ?? '');
    if (member.last) this.#numbers.delete(groupNumber);
    else if (from.length === 0 && (member.role === 'source' || member.role === 'core')) {
      known[ordinal] = number;
      this.#numbers.set(groupNumber, known);
    }
    const figures = (pick: 'jaccard' | 'containment' | 'claimJaccard' | 'claimContainment') =>
      (text?.likeness ?? []).map((likeness) => likeness[pick].toFixed(4)).join(' ');
    return line([
      member.group,
      member.kind,
      member.ground411,
      member.ground77,
      number,
      member.role,
      sources.join(' '),
      figures('jaccard'),
      figures('containment'),
      figures('claimJaccard'),
      figures('claimContainment'),
      text?.share == null ? '' : String(text.share),
    ]);
  }

  /** The line of a mark. */
  markLine(mark: PlantedMark, number: string): string {
    const source = mark.from === null ? '' : (this.#markNumbers.get(mark.groupNumber) ?? '');
    if (mark.last) this.#markNumbers.delete(mark.groupNumber);
    else if (mark.role === 'refused') this.#markNumbers.set(mark.groupNumber, number);
    return line([mark.group, mark.kind, '', '', number, mark.role, source, '', '', '', '', '']);
  }
}

function line(fields: readonly string[]): string {
  return `${fields.join(',')}\n`;
}
