import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ClassificationRow } from '@zhiheng/office';
import { indicatorsQuery } from '../../api/queries.js';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';
import { originWord, settingWords, withGroups } from './classification-words.js';
import { EditionDetails } from './EditionDetails.js';

/** What is told of one table: origin, doubts, what was settled, symbols of other editions, codes. */
export function ClassificationFacts({ table }: { readonly table: ClassificationRow }) {
  const { word, own, language } = useWords();
  const { origin, settings, doubts, absent, codes, indicators, openEnded } = table;
  const said = [origin.text, origin.date].filter((part) => part !== null).join(word('list.comma'));
  const listed = withGroups(table, { own });
  const { data: known = [] } = useQuery(indicatorsQuery());
  const nameOf = (id: string) => {
    const names = known.find((one) => one.id === id)?.names;
    return names === undefined ? id : own(names);
  };
  const settled = [
    settingWords.positions[settings.positions],
    settingWords.exclude[settings.exclude],
    settingWords.partial[settings.partial],
    settingWords.keywords[settings.keywords],
    settingWords.editions[settings.editions],
  ];
  return (
    <>
      <dl className="facts">
        <dt>{word('classifications.source')}</dt>
        <dd lang="zh-Hans">{said}</dd>
        <dt>{word('classifications.column.origin')}</dt>
        <dd>
          {word(originWord(table))} · {word('classifications.version', { version: table.version })}
        </dd>
        <dt>{word('classifications.edition')}</dt>
        <dd>{table.ipcEdition === 'not told' ? word('classifications.edition.not-told') : table.ipcEdition}</dd>
        <dt>{word('classifications.asked-by')}</dt>
        <dd>
          {indicators.length === 0 ? word('classifications.asked-by.none') : null}
          {indicators.map((indicator) => (
            <span key={indicator} className="fault-part">
              <Link to="/$language/indicators/$indicator" params={{ language, indicator }}>
                {nameOf(indicator)}
              </Link>
            </span>
          ))}
        </dd>
      </dl>
      <h3>{word('classifications.doubts')}</h3>
      <ul className="told">
        {doubts.map((doubt) => (
          <li key={doubt.en}>{own(doubt)}</li>
        ))}
        {openEnded === 0 ? null : <li>{word('classifications.open-ended', { n: openEnded })}</li>}
      </ul>
      <h3>{word('classifications.settled')}</h3>
      <ul className="told">
        {settled.map((id) => (
          <li key={id}>{word(id)}</li>
        ))}
      </ul>
      {absent.length === 0 ? null : (
        <details>
          <summary>{word('classifications.absent', { n: absent.length })}</summary>
          <p className="remark">{word('classifications.absent.explained')}</p>
          <ul className="symbols">
            {absent.map(({ code, rule, mode, pattern }) => (
              <li key={`${code} ${rule} ${mode} ${pattern}`}>
                <code>{pattern}</code> <span className="unit">{code}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {codes.length === 0 ? null : <EditionDetails key={table.id} table={table.id} />}
      {codes.length === 0 ? (
        <p>{word('classifications.slot.advice')}</p>
      ) : (
        <details>
          <summary>{word('classifications.codes', { n: codes.length })}</summary>
          <table className="codes">
            <thead>
              <tr>
                <th scope="col">{word('classifications.column.code')}</th>
                <th scope="col">{word('classifications.column.name')}</th>
                <th scope="col" className="numeric">
                  {word('classifications.column.patterns')}
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.map(({ code, name, patterns }) => (
                <tr key={code} className={patterns === null ? 'group' : undefined}>
                  <td>
                    <code>{code}</code>
                  </td>
                  <td lang="zh-Hans">{name}</td>
                  <td className="numeric">{patterns === null ? '–' : <Count value={patterns} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
