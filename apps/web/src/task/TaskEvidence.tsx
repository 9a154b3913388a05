import { useQuery } from '@tanstack/react-query';
import type { TaskRulesAnswer, TaskShown } from '@zhiheng/office';
import type { TaskFile } from '@zhiheng/programme';
import { useState } from 'react';
import { address } from '../api/fetch-json.js';
import { filePreviewQuery } from '../api/task-queries.js';
import { sizeText } from '../numbers/size-text.js';
import { AskedAct } from '../staff/AskedAct.js';
import { ProblemText } from '../staff/FaultText.js';
import { faultWords } from '../staff/fault-words.js';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';
import { EvidenceUpload } from './EvidenceUpload.js';
import { useTaskAct } from './useTaskAct.js';

/** Files that stand for a task: brought, opened as words, fetched as they are, struck out but kept. */
export function TaskEvidence({ task, rules }: { readonly task: TaskShown; readonly rules: TaskRulesAnswer }) {
  const { word } = useWords();
  return (
    <section className="block" id="evidence">
      <h2>{word('task.evidence', { n: task.files })}</h2>
      {task.evidence.length === 0 ? <p className="empty-line">{word('task.evidence.none')}</p> : null}
      <ul className="lines evidence">
        {task.evidence.map((file) => (
          <EvidenceLine key={`${file.sha256} ${file.time}`} task={task} file={file} />
        ))}
      </ul>
      {task.acts.includes('evidence') ? <EvidenceUpload task={task} most={rules.fileBytes} /> : null}
    </section>
  );
}

function EvidenceLine({ task, file }: { readonly task: TaskShown; readonly file: TaskFile }) {
  const { word, language } = useWords();
  const { post } = useTaskAct(task);
  const [open, setOpen] = useState(false);
  const { name, sha256, bytes, note, person, time, struckAt } = file;
  return (
    <li className={struckAt === null ? undefined : 'taken-back'}>
      <span>
        <a className="opens" href={address(`tasks/${encodeURIComponent(task.id)}/files/${sha256}`)} download={name}>
          {name}
        </a>{' '}
        <span className="unit">
          {sizeText(bytes, language)} · {person} · <TimeText time={time} /> ·{' '}
          <code title={sha256}>{sha256.slice(0, 12)}</code>
        </span>
        {note === null ? null : <span className="fault-part">{note}</span>}
        {struckAt === null ? null : (
          <span className="fault-part">
            {word('task.evidence.struck')} <TimeText time={struckAt} />
          </span>
        )}
      </span>
      <span className="acts">
        <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {word(open ? 'task.preview.close' : 'task.preview')}
          <span className="unseen"> {name}</span>
        </button>
        {struckAt === null && task.acts.includes('strike') ? (
          <AskedAct
            label={word('task.act.strike')}
            of={name}
            question={word('task.strike.asked', { name })}
            act={() => post('strike', { file: sha256 })}
          />
        ) : null}
      </span>
      {open ? <Preview task={task.id} file={file} /> : null}
    </li>
  );
}

/** The first words of a file, never the file itself: nothing of it is run. */
function Preview({ task, file: { sha256, name } }: { readonly task: string; readonly file: TaskFile }) {
  const { word } = useWords();
  const { data, error } = useQuery(filePreviewQuery(task, sha256));
  if (error) return <ProblemText error={error} />;
  if (data === undefined) return <p className="preview unit">{word('task.preview.reading')}</p>;
  const { lines, more, sheets, picture, withheld } = data;
  const fault = withheld === null ? undefined : faultWords[withheld as keyof typeof faultWords];
  return (
    <section className="preview" aria-label={word('task.preview.of', { name })}>
      {withheld === null ? null : <p>{fault === undefined ? withheld : word(fault)}</p>}
      {picture === null ? null : (
        <>
          <p className="unit">{word('task.preview.picture', { width: picture.width, height: picture.height })}</p>
          <img src={address(`tasks/${encodeURIComponent(task)}/files/${sha256}`)} alt={name} />
        </>
      )}
      {sheets.length === 0 ? null : <p>{word('task.preview.sheets', { sheets: sheets.join(word('list.comma')) })}</p>}
      {lines.length === 0 ? null : <pre>{lines.join('\n')}</pre>}
      {more ? <p className="unit">{word('task.preview.more')}</p> : null}
      {lines.length + sheets.length === 0 && picture === null && withheld === null ? (
        <p>{word('task.preview.nothing')}</p>
      ) : null}
    </section>
  );
}
