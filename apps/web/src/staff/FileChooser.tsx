import { type DragEvent, useId, useState } from 'react';

export interface FileChooserProps {
  readonly choose: (files: readonly File[]) => void;
  readonly label: string;
  /** What may be chosen, and what becomes of it. */
  readonly explained: string;
  /** Endings of the names that are offered; all where left out. */
  readonly accept?: string;
  /** One file only. */
  readonly single?: boolean;
  readonly disabled?: boolean;
}

/** Files by choosing or by dropping them. */
export function FileChooser({ choose, label, explained, accept, single = false, disabled = false }: FileChooserProps) {
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
        if (!disabled) choose([...event.dataTransfer.files].slice(0, single ? 1 : undefined));
      }}
    >
      <input
        id={id}
        className="unseen"
        type="file"
        multiple={!single}
        disabled={disabled}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          choose([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <label htmlFor={id}>{label}</label>
      <p className="remark">{explained}</p>
    </div>
  );
}
