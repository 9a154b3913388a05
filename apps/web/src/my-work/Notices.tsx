import type { MyWorkAnswer } from '@zhiheng/office';
import { send } from '../api/send.js';
import { AskedAct } from '../staff/AskedAct.js';
import { roleWords } from '../staff/people-words.js';
import { TimeText } from '../staff/TimeText.js';
import { useWords, type Words } from '../words/words.js';

type Notice = MyWorkAnswer['notices'][number];

/** Message ids of what people are told. */
const noticeWords: Readonly<Record<string, string>> = {
  'notice.role-granted': 'notice.role-granted',
  'notice.role-turned-down': 'notice.role-turned-down',
  'notice.role-withdrawn': 'notice.role-withdrawn',
  'notice.delegation-given': 'notice.delegation-given',
  'notice.link-asked': 'notice.link-asked',
  'notice.link-made': 'notice.link-made',
  'notice.definition-submitted': 'notice.definition-submitted',
  'notice.definition-published': 'notice.definition-published',
  'notice.definition-returned': 'notice.definition-returned',
  'notice.definition-withdrawn': 'notice.definition-withdrawn',
  'notice.own-table-proposed': 'notice.own-table-proposed',
  'notice.own-table-accepted': 'notice.own-table-accepted',
  'notice.own-table-returned': 'notice.own-table-returned',
  'notice.target-change-proposed': 'notice.target-change-proposed',
  'notice.target-change-accepted': 'notice.target-change-accepted',
  'notice.target-change-returned': 'notice.target-change-returned',
  'notice.vintage-proposed': 'notice.vintage-proposed',
  'notice.vintage-published': 'notice.vintage-published',
  'notice.vintage-returned': 'notice.vintage-returned',
  'notice.vintage-withdrawn': 'notice.vintage-withdrawn',
  'notice.task-assign': 'notice.task-assign',
  'notice.task-hand-over': 'notice.task-hand-over',
  'notice.task-send-back': 'notice.task-send-back',
  'notice.task-close': 'notice.task-close',
  'notice.task-reopen': 'notice.task-reopen',
  'notice.task-deadline': 'notice.task-deadline',
  'notice.task-withdraw': 'notice.task-withdraw',
  'notice.task-hand-in': 'notice.task-hand-in',
  'notice.task-return': 'notice.task-return',
  'notice.task-due-soon': 'notice.task-due-soon',
  'notice.task-late': 'notice.task-late',
  'notice.task-milestone-due-soon': 'notice.task-milestone-due-soon',
  'notice.task-milestone-late': 'notice.task-milestone-late',
  'notice.task-escalated': 'notice.task-escalated',
};

/** What one was told, the newest first; those not read stand out. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const words = useWords();
  const { word } = words;
  return (
    <section className="block">
      <h2>{word('notices.heading')}</h2>
      {notices.length === 0 ? <p className="empty-line">{word('notices.none')}</p> : null}
      <ul className="lines">
        {notices.map((notice) => (
          <li key={notice.id} className={notice.readAt === null ? 'unread' : ''}>
            <span>
              {textOf(notice, words)}{' '}
              <span className="unit">
                <TimeText time={notice.madeAt} />
              </span>
            </span>
            {notice.readAt === null ? (
              <AskedAct
                label={word('notices.read')}
                of={notice.id}
                act={() => send('POST', `notices/${encodeURIComponent(notice.id)}/read`, {})}
              />
            ) : (
              <span className="unit">{word('notices.was-read')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function textOf({ words: id, args }: Notice, { word }: Words): string {
  const known = noticeWords[id];
  if (known === undefined) return Object.values({ id, ...args }).join(' ');
  const role = roleWords[args.role as keyof typeof roleWords];
  return word(known, role === undefined ? args : { ...args, role: word(role) });
}
