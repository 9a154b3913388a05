const companyBranch = /^(.+?)(?:有限公司|公司).{0,12}(?:分公司|办事处|分厂|分店|分部|研究院|分院)$/u;
const bankBranch = /^(.{4,}?银行).{2,20}(?:分行|支行)$/u;
const schoolBranch = /^(.+?(?:大学|学院))(?:.{0,8}附属.+|第.+医院|.{1,12}(?:医院|学院|研究院|校区|分校))$/u;
const latinBranch = /^(.+?)(?: (?:CO LTD|LTD|INC|CORP|LIMITED|CORPORATION))* \S+ BRANCH$/;

/** The folded name of the body that a folded name calls itself a branch, hospital or college of; null for all others. */
export function branchOf(folded: string): string | null {
  for (const pattern of [companyBranch, bankBranch, schoolBranch, latinBranch]) {
    const parent = pattern.exec(folded)?.[1];
    if (parent !== undefined) return parent;
  }
  return null;
}
