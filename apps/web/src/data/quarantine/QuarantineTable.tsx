import type { HeldQuarantine, QuarantineFixAnswer } from '@zhiheng/office';
import { Fragment } from 'react';
import { FaultText, PlaceText } from '../../staff/FaultText.js';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';
import { FileName } from '../FileName.js';
import { fieldName } from '../field-name.js';
import type { PageView } from '../page-view.js';
import { QuarantineRecord } from './QuarantineRecord.js';

export interface QuarantineTableProps {
  readonly view: PageView;
  readonly rows: readonly HeldQuarantine[];
  /** Told of a record that is put right. */
  readonly corrected: (result: QuarantineFixAnswer) => void;
}

/** Records as rows; the open one shows what was read right below itself. */
export function QuarantineTable({ view, rows, corrected }: QuarantineTableProps) {
  const words = useWords();
  const { word } = words;
  const toggle = (id: string) => view.set({ record: view.state.record === id ? undefined : id });
  return (
    <table className="quarantine">
      <caption className="unseen">{word('quarantine.heading')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('quarantine.column.record')}</th>
          <th scope="col">{word('quarantine.column.place')}</th>
          <th scope="col">{word('quarantine.column.field')}</th>
          <th scope="col">{word('quarantine.column.fault')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const open = view.state.record === row.id;
          return (
            <Fragment key={row.id}>
              <tr aria-current={open ? 'true' : undefined}>
                <th scope="row">
                  <button type="button" className="opens" aria-expanded={open} onClick={() => toggle(row.id)}>
                    {row.id}
                  </button>
                </th>
                <td>
                  <FileName path={row.file} /> <PlaceText place={placeOf(row)} />
                </td>
                <td>{row.field === null ? word('quarantine.whole-record') : fieldName(words, row.field)}</td>
                <td>
                  <FaultText code={row.code} found={row.found} expected={row.expected} />
                  {row.resolved === null ? null : (
                    <span className="fault-part resolved">
                      {word('quarantine.resolved-by', { by: row.resolved.by })} <TimeText time={row.resolved.at} />
                    </span>
                  )}
                </td>
              </tr>
              {open ? (
                <tr className="opened">
                  <td colSpan={4}>
                    <QuarantineRecord key={row.id} id={row.id} corrected={corrected} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function placeOf({ line, position }: HeldQuarantine) {
  return line === null ? { byte: position } : { line };
}
