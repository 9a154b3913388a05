import type {
  TaskListAnswer,
  TaskShown,
  TasksActed,
  TasksAssigned,
  TaskTallyAnswer,
  TaskTimelineAnswer,
} from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaffedOffice } from './staffed-office.js';

const staffed = new StaffedOffice();
beforeAll(async () => {
  await staffed.open();
});
afterAll(() => staffed.remove());

const body = (id: string, version: number, more: object = {}) => ({ tasks: [{ id, version }], ...more });
const act = (who: string, name: string, payload: object) =>
  staffed.send<TasksActed>(who, 'POST', `/api/tasks/${name}`, payload);
const refused = async (who: string, name: string, payload: object) => {
  const answer = await staffed.ask(who, { method: 'POST', url: `/api/tasks/${name}`, payload });
  return [answer.statusCode, answer.json<{ code: string }>().code];
};
const bring = (who: string, id: string, version: number, name: string, payload: Buffer) =>
  staffed.ask(who, {
    ...{ method: 'POST', url: `/api/tasks/${id}/files`, query: { name, version: String(version) } },
    ...{ payload, headers: { 'content-type': 'application/octet-stream' } },
  });

describe('a task over HTTP', () => {
  it('is assigned to every province, signed for, shown with evidence, and closed by another person', async () => {
    const asked = {
      programme: '2023',
      title: '上报进展',
      to: ['provinces'],
      workingDays: 10,
      targets: ['T1'],
      indicators: ['patent-grants'],
    };
    const { tasks, made } = await staffed.send<TasksAssigned>('planner', 'POST', '/api/tasks', asked);
    // 31 provinces, and the corps.
    expect([made, tasks.length]).toEqual([32, 32]);
    const again = await staffed.send<TasksAssigned>('planner', 'POST', '/api/tasks', asked);
    expect([again.made, again.standing]).toEqual([0, 32]);
    const own = await staffed.get<TaskListAnswer>('region', '/api/tasks');
    expect(own.tasks.map(({ owner, area, state }) => [owner, area, state])).toEqual([
      ['guangdong', '440000', 'assigned'],
    ]);
    const id = own.tasks[0]?.id ?? '';
    expect(
      (await staffed.get<{ tasks: { id: string }[] }>('region', '/api/my-work')).tasks.map((one) => one.id),
    ).toEqual([id]);
    const notices = (who: string) =>
      staffed
        .get<{ notices: { words: string; args: object }[] }>(who, '/api/my-work')
        .then((work) => work.notices.filter(({ words }) => words.startsWith('notice.task-')));
    expect(await notices('region')).toMatchObject([
      { words: 'notice.task-assign', args: { tasks: 1, task: id, by: 'account:planner' } },
    ]);

    await act('region', 'sign', body(id, 1));
    expect(await refused('region', 'sign', body(id, 1))).toEqual([409, 'state-changed']);
    const pages = await Promise.all(
      ['screener', 'reviewer'].map((who) => staffed.get<TaskListAnswer>(who, '/api/tasks')),
    );
    expect(pages.map(({ total }) => total)).toEqual([0, 0]);
    expect(await refused('screener', 'sign', body(id, 2))).toEqual([403, 'not-allowed']);

    expect((await bring('region', id, 2, 'a.pdf', Buffer.from('x'))).json()).toMatchObject({
      code: 'document-refused',
    });
    expect((await bring('region', id, 2, 'a.txt', Buffer.from('<html><script>x</script>'))).json()).toMatchObject({
      code: 'document-refused',
    });
    const text = Buffer.from('已印发方案\n<script>alert(1)</script>\n');
    const brought = await bring('region', id, 2, '进展.txt', text);
    expect(brought.statusCode).toBe(201);
    const [kept] = brought.json<TasksActed>().tasks[0]?.evidence ?? [];
    expect(kept).toMatchObject({ name: '进展.txt', format: 'txt', bytes: text.length });
    const url = `/api/tasks/${id}/files/${kept?.sha256}`;
    const file = await staffed.ask('planner', { method: 'GET', url });
    expect(file.rawPayload).toEqual(text);
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(file.headers['content-disposition']).toMatch(/^attachment; /);
    expect((await staffed.ask('screener', { method: 'GET', url })).statusCode).toBe(403);
    expect(await staffed.get<object>('region', `${url}/preview`)).toMatchObject({
      lines: ['已印发方案', '<script>alert(1)</script>'],
      withheld: null,
    });

    await act('region', 'progress', body(id, 3, { state: 'done', text: '全部完成' }));
    // A path of this machine is nothing that a request can name.
    const inner = body(id, 4, { state: 'done', text: 'x', files: [{ path: '/etc/passwd' }] });
    expect(await refused('region', 'progress', inner)).toEqual([400, 'usage']);
    await act('region', 'hand-in', body(id, 4));
    expect(await refused('region', 'close', body(id, 5))).toEqual([403, 'not-allowed']);
    const { tasks: closed } = await act('planner', 'close', body(id, 5, { note: '核对无误' }));
    expect(closed[0]).toMatchObject({ state: 'closed', version: 6 });
    await act('planner', 'reopen', body(id, 6, { reason: 'figures-differ', workingDays: 5 }));

    const shown = await staffed.get<TaskShown>('region', `/api/tasks/${id}`);
    expect(shown).toMatchObject({
      state: 'in-work',
      reopened: 1,
      cameBack: { act: 'reopen', reason: 'figures-differ' },
    });
    expect(shown.acts).toEqual(['progress', 'milestone', 'evidence', 'strike', 'hand-in', 'return']);
    // Three grants with a place, of them two in Guangdong, counted and not typed.
    expect(
      shown.figures.filter(({ breakdown, origin }) => Object.keys(breakdown).length === 0 && origin === 'computed'),
    ).toMatchObject([{ indicator: 'patent-grants', area: '440000', period: '2023', value: 2 }]);
    expect((await notices('region')).map(({ words }) => words)).toEqual([
      'notice.task-reopen',
      'notice.task-close',
      'notice.task-assign',
    ]);
    expect((await notices('planner')).map(({ words }) => words)).toContain('notice.task-hand-in');
  });

  it('is divided by a region below itself alone, and told by whoever is behind', async () => {
    const { tasks } = await staffed.get<TaskListAnswer>('region', '/api/tasks');
    const parent = tasks[0]?.id ?? '';
    const city = {
      id: 'shenzhen-ip',
      parent: 'guangdong',
      kind: 'city',
      area: '440300',
      names: { 'zh-Hans': '深圳', 'zh-Hant': '深圳', en: 'Shenzhen' },
    };
    await staffed.send('administrator', 'POST', '/api/organisations', city);
    const part = (to: string) =>
      staffed.ask('region', { method: 'POST', url: '/api/tasks', payload: { parent, to: [to] } });
    expect((await part('beijing')).statusCode).toBe(403);
    expect((await part('shenzhen-ip')).json()).toMatchObject({
      made: 1,
      tasks: [{ parent, owner: 'shenzhen-ip', assignedBy: 'guangdong' }],
    });
    const tally = (who: string, query = '') => staffed.get<TaskTallyAnswer>(who, `/api/tasks/tally${query}`);
    expect(
      (await tally('region')).rows.map(({ owner, open, closed, reopened }) => [owner, open, closed, reopened]),
    ).toEqual([
      ['guangdong', 1, 0, 1],
      ['shenzhen-ip', 1, 0, 0],
    ]);
    expect((await tally('planner')).rows).toHaveLength(33);
    expect((await tally('planner', '?by=parent&parent=none')).rows).toEqual([]);
    const timeline = (who: string, query = '') =>
      staffed.get<TaskTimelineAnswer>(who, `/api/tasks/timeline?programme=2023${query}`);
    const own = await timeline('region');
    expect(own).toMatchObject({ programme: '2023', year: 2023, by: 'owner', handIn: '2023-12-15' });
    expect(own.rows.map(({ key, open, closed }) => [key, open, closed])).toEqual([
      ['guangdong', 1, 0],
      ['shenzhen-ip', 1, 0],
    ]);
    expect((await timeline('planner', '&owner=guangdong&below=true&rows=clause')).rows).toHaveLength(1);
    expect((await staffed.ask('planner', { method: 'GET', url: '/api/tasks/timeline' })).statusCode).toBe(400);
    const signs = {
      tasks: [
        { id: parent, version: 7 },
        { id: '2023-1', version: 1 },
      ],
      each: true,
      state: 'on-plan',
      text: 'x',
    };
    expect(await refused('region', 'progress', signs)).toEqual([403, 'not-allowed']);
  });

  it('has its last day moved by whoever assigned it, for a reason that its owner is told with', async () => {
    const [task] = (await staffed.get<TaskListAnswer>('region', '/api/tasks?owner=guangdong')).tasks;
    const [id, version] = [task?.id ?? '', task?.version ?? 0];
    const move = { reason: 'more-time-asked', day: '2030-06-28' };
    expect(await refused('region', 'deadline', body(id, version, move))).toEqual([409, 'act-refused']);
    expect(await refused('screener', 'deadline', body(id, version, move))).toEqual([403, 'not-allowed']);
    expect(await refused('planner', 'deadline', body(id, version, { day: '2030-06-28' }))).toEqual([400, 'usage']);
    const before = task?.due?.day;
    const { tasks } = await act('planner', 'deadline', body(id, version, move));
    expect(tasks[0]).toMatchObject({
      ...{ state: task?.state, due: { day: '2030-06-28' }, light: 'on-time' },
      movedDays: [{ act: 'reopen' }, { from: { day: before }, to: { day: '2030-06-28' }, reason: 'more-time-asked' }],
    });
    const { notices } = await staffed.get<{ notices: { words: string; args: object }[] }>('region', '/api/my-work');
    expect(notices[0]).toMatchObject({ words: 'notice.task-deadline', args: { tasks: 1, task: id } });
    const back = { reason: 'day-mistaken', ...{ day: before } };
    await act('planner', 'deadline', body(id, version + 1, back));
  });

  it('goes to the owners of a clause, and names those that are no organisation', async () => {
    const assign = (clause: string, more: object = {}) =>
      staffed.send<TasksAssigned>('planner', 'POST', '/api/tasks', {
        programme: '2023',
        clause,
        to: ['owners'],
        ...more,
      });
    // All departments are none, the regions are 32.
    const all = await assign('W1');
    expect([all.made, all.withoutOrganisation]).toEqual([32, ['各部门']]);
    const four = await assign('1a');
    expect([four.made, four.withoutOrganisation]).toEqual([4, []]);
    expect((await assign('1a', { to: ['law'] })).withoutOrganisation).toEqual([]);
    const payload = { programme: '2023', clause: 'T13', to: ['owners'] };
    const none = await staffed.ask('planner', { method: 'POST', url: '/api/tasks', payload });
    expect(none.json()).toMatchObject({ code: 'task-refused', found: '各部门' });
  });

  it('is told of once when it is due soon', async () => {
    const round = () => staffed.send<{ reminded: number; notices: number }>('planner', 'POST', '/api/tasks/remind');
    // Guangdong's task was opened again for five working days: the only one whose owner has an account, and it is due soon.
    expect(await round()).toEqual({ reminded: 1, notices: 1 });
    expect(await round()).toEqual({ reminded: 0, notices: 0 });
  });
});
