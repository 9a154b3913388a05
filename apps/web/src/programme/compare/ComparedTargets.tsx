import type { ComparedTarget, ProgrammeComparison } from '@zhiheng/programme';
import { targetKindWords } from '../../words/term-ids.js';
import { useWords } from '../../words/words.js';
import { targetChangeWords } from './change-words.js';

/** The targets of both as the texts say them, with whether more is asked for, or less. */
export function ComparedTargets({ comparison: { targets } }: { readonly comparison: ProgrammeComparison }) {
  const { word } = useWords();
  const [before, after] = [word('programme-compare.before'), word('programme-compare.after')];
  return (
    <section className="block">
      <h2>{word('programme-compare.targets')}</h2>
      {targets.length === 0 ? (
        <p className="empty-line">{word('programme-compare.no-targets')}</p>
      ) : (
        <table className="compared-targets">
          <thead>
            <tr>
              <th scope="col">{word('programme-compare.change')}</th>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map((one) => (
              <tr key={`${keyOf(one.before)} ${keyOf(one.after)}`}>
                <td>
                  <span className="compared-marks">
                    {one.changes.length === 0 ? (
                      <span className="change change-same">{word('programme-compare.same')}</span>
                    ) : (
                      one.changes.map((change) => (
                        <span key={change} className={`change change-${change}`}>
                          {word(targetChangeWords[change])}
                        </span>
                      ))
                    )}
                  </span>
                </td>
                <TargetCell target={one.before} heading={before} />
                <TargetCell target={one.after} heading={after} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function TargetCell({ target, heading }: { readonly target: ComparedTarget | null; readonly heading: string }) {
  const { word } = useWords();
  if (target === null) {
    return (
      <td data-heading={heading} className="unit">
        {word('programme-compare.not-there')}
      </td>
    );
  }
  return (
    <td data-heading={heading}>
      <span lang="zh">{target.text}</span>
      <span className="unit">
        {' '}
        {word(targetKindWords[target.kind])}
        {target.due === null ? null : (
          <span className="compared-due"> · {word('programme-compare.until', { day: target.due })}</span>
        )}
      </span>
    </td>
  );
}

function keyOf(target: ComparedTarget | null): string {
  return target === null ? '' : [target.id, target.subject, target.text, target.due].join(' ');
}
