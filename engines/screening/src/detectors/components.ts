/** The sets that links join: each of the members is in one, alone where nothing joins it. Sets and members in the order of the members. */
export function components<Member>(members: readonly Member[], links: Iterable<readonly [Member, Member]>): Member[][] {
  const head = new Map(members.map((member) => [member, member]));
  const headOf = (member: Member): Member => {
    let at = member;
    for (let next = head.get(at) as Member; next !== at; next = head.get(at) as Member) {
      head.set(at, head.get(next) as Member);
      at = next;
    }
    return at;
  };
  for (const [a, b] of links) {
    if (head.has(a) && head.has(b)) head.set(headOf(b), headOf(a));
  }
  const sets = new Map<Member, Member[]>();
  for (const member of members) {
    const set = sets.get(headOf(member));
    if (set === undefined) sets.set(headOf(member), [member]);
    else set.push(member);
  }
  return [...sets.values()];
}
