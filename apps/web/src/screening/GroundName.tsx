import type { Ground } from '@zhiheng/screening';
import { OwnText } from '../words/OwnText.js';
import { useWords } from '../words/words.js';

/** A ground by number and name; a provisional one is said to be so. */
export function GroundName({ id, grounds }: { readonly id: string; readonly grounds: readonly Ground[] }) {
  const { word } = useWords();
  const ground = grounds.find((one) => one.id === id);
  return (
    <>
      <code>{id}</code>
      {ground === undefined ? null : (
        <>
          {' '}
          <OwnText text={ground.names} />
          {ground.provisional ? <span className="mark"> {word('decisions.provisional')}</span> : null}
        </>
      )}
    </>
  );
}
