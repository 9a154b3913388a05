/** An application as a table tells it. */
export interface Filing {
  readonly number: string;
  readonly filed: string;
  readonly holder: string;
  readonly title: string;
  readonly abstract: string;
  readonly claim: string;
}

/** Seeded numbers from 0 to below 1 (xorshift). */
export function chance(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

const parts =
  '水泵壳体叶轮电机转轴轴承支架阀门管路滤芯弹簧滑块导轨齿轮夹具刀片薄膜树脂溶液触媒信号模块节点缓存协议镜片光纤';
const joints = ['固定在', '连接于', '设置于', '嵌入', '驱动', '读取', '包覆', '抵接'];

/** A text of so many clauses, drawn by chance. */
export function clauses(random: () => number, count: number): string {
  const part = () => {
    const at = Math.floor(random() * (parts.length - 4));
    return parts.slice(at, at + 2 + Math.floor(random() * 3));
  };
  const one = () => `${part()}${joints[Math.floor(random() * joints.length)]}${part()}`;
  return `${Array.from({ length: count }, one).join('，')}。`;
}

/**
 * Filings of twelve months from June 2022 on, so many a month: half are texts of their own, the others copies, edits, patchworks of earlier ones, and one clause again and again.
 */
export function monthlyFilings(aMonth: number, seed: number): Filing[][] {
  const random = chance(seed);
  const before: Filing[] = [];
  return Array.from({ length: 12 }, (_, month) => {
    const [year, place] = [2022 + Math.floor((month + 5) / 12), ((month + 5) % 12) + 1];
    const filings: Filing[] = [];
    for (let at = 0; at < aMonth; at += 1) {
      const any = () => before[Math.floor(random() * before.length)];
      const draw = before.length < 12 ? 1 : random();
      const [own, other] = [any(), any()];
      const fresh = { title: `一种${clauses(random, 1)}`, abstract: clauses(random, 14), claim: clauses(random, 16) };
      const told =
        own === undefined || other === undefined || draw > 0.5
          ? fresh
          : draw < 0.1
            ? { title: own.title, abstract: own.abstract, claim: own.claim }
            : draw < 0.3
              ? { ...fresh, abstract: half(own.abstract, 0.8) + clauses(random, 3), claim: own.claim }
              : draw < 0.4
                ? { ...fresh, claim: half(own.claim, 0.5) + half(other.claim, 0.5) }
                : draw < 0.45
                  ? { ...fresh, abstract: `${fresh.abstract.slice(0, 9)}，`.repeat(20) }
                  : { ...fresh, claim: `${fresh.claim.slice(0, 20)}，`.repeat(20) };
      const filing = {
        number: `${year}1${String(1_000_000 + before.length)}`,
        filed: `${year}-${String(place).padStart(2, '0')}-${String(1 + Math.floor(random() * 27)).padStart(2, '0')}`,
        holder: `第${Math.floor(random() * 9)}泵业有限公司`,
        ...told,
      };
      before.push(filing);
      filings.push(filing);
    }
    return filings;
  });
}

/** Filings as a table that `filingsMapping` reads. */
export function filingsTable(filings: readonly Filing[]): string {
  const lines = filings.map(
    ({ number, filed, holder, title, abstract, claim }) =>
      `${number},invention,${filed},${holder},广东省深圳市南山区,F04D 13/06,${title},${abstract},${claim}\n`,
  );
  return `number,kind,filed,holder,address,class,title,abstract,claim\n${lines.join('')}`;
}

export const filingsMapping = `table: patents
columns: { number: number, kind: kind, filed_on: filed, holders: holder, address: address, classes: { from: class, split: ";", scheme: ipc }, title: title, abstract: abstract, first_claim: claim }
defaults: { office: CN }
covers: { kinds: [invention], filed: [2022-06-01, 2023-05-31], completeness: full }
`;

function half(text: string, share: number): string {
  return text.slice(0, Math.floor(text.length * share));
}
