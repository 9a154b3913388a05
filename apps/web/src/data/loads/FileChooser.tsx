import { type DragEvent, useId, useState } from 'react';
import { useWords } from '../../words/words.js';

/** Files by choosing or by dropping them; a mapping (YAML) may be among them. */
export function FileChooser({ choose }: { readonly choose: (files: readonly File[]) => void }) {
  const { word } = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the field, which the keyboard reaches
    <div
      className={over ? 'drop over' : 'drop'}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        choose([...event.dataTransfer.files]);
      }}
    >
      <input
        id={id}
        className="unseen"
        type="file"
        multiple
        onChange={(event) => {
          choose([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <label htmlFor={id}>{word('loads.choose')}</label>
      <p className="remark">{word('loads.choose.explained')}</p>
    </div>
  );
}
