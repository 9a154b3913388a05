import { useNavigate } from '@tanstack/react-router';
import type { OfficeAnswer } from '@zhiheng/office';
import { useWords } from '../words/words.js';

export interface ProgrammeChoiceProps {
  readonly programmes: OfficeAnswer['programmes'];
  readonly current: string;
}

export function ProgrammeChoice({ programmes, current }: ProgrammeChoiceProps) {
  const { word, language } = useWords();
  const navigate = useNavigate();
  return (
    <label className="choice inline">
      <span className="unseen">{word('overview.year')}</span>
      <select
        value={current}
        onChange={(event) =>
          void navigate({ to: '/$language', params: { language }, search: { programme: event.target.value } })
        }
      >
        {programmes.map(({ id, year }) => (
          <option key={id} value={id}>
            {id === String(year) ? year : `${year} · ${id}`}
          </option>
        ))}
      </select>
    </label>
  );
}
