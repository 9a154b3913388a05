import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { areasFoundQuery } from '../../api/queries.js';
import { placeName, useAreaNames } from '../../staff/useAreaNames.js';
import { useWords } from '../../words/words.js';

/** A line to type a name into, and the areas that bear it; arrow keys and Enter choose, Escape closes. */
export function AreaSearch({ choose }: { readonly choose: (code: string) => void }) {
  const { word, own } = useWords();
  const { provinces } = useAreaNames();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(text.trim());
  const { data } = useQuery({
    ...areasFoundQuery(wanted),
    enabled: open && wanted !== '',
    placeholderData: keepPreviousData,
  });
  const id = useId();
  const found = wanted === '' ? provinces : (data ?? []);
  const active = open ? found[Math.min(at, found.length - 1)] : undefined;
  const take = (code: string) => {
    choose(code);
    setText('');
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (open)
        setAt((before) => (Math.min(before, found.length - 1) + step + found.length) % Math.max(found.length, 1));
      setOpen(true);
    } else if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter') {
      event.preventDefault();
      // What is typed and what was found for it have to belong together.
      if (active !== undefined && wanted === text.trim()) take(active.code);
    }
  };
  return (
    <div className="area-search">
      <label className="choice">
        <span>{word('areas.choose')}</span>
        <input
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}list`}
          aria-activedescendant={active === undefined ? undefined : `${id}${active.code}`}
          autoComplete="off"
          maxLength={60}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={`${id}list`} role="listbox" aria-label={word('areas.found')} className="found-areas" hidden={!open}>
        {found.map((area) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the line above takes the keys of its list
          <div
            key={area.code}
            id={`${id}${area.code}`}
            role="option"
            tabIndex={-1}
            aria-selected={area === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(area.code)}
          >
            {placeName(own, area)} <span className="unit">{area.code}</span>
          </div>
        ))}
      </div>
      <p role="status" className="unseen">
        {open && wanted !== '' && data !== undefined ? word('areas.count', { n: found.length }) : ''}
      </p>
      {open && wanted !== '' && data?.length === 0 ? <p className="empty-line">{word('areas.none')}</p> : null}
    </div>
  );
}
