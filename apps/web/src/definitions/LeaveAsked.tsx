import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../words/words.js';

/** The address behind its language. */
const placeOf = (pathname: string) => pathname.replace(/^\/[^/]+/, '');

/** The question was just asked: staying is one key away. */
const focused = (button: HTMLButtonElement | null) => button?.focus();

/** Asks before unsaved changes are left behind: for another page here, and by the browser for one elsewhere. */
export function LeaveAsked({ unsaved }: { readonly unsaved: boolean }) {
  const { word } = useWords();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && placeOf(current.pathname) !== placeOf(next.pathname),
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <div className="asked leave-asked" role="alertdialog" aria-label={word('editor.leave')}>
      <span>{word('editor.leave')}</span>
      <button type="button" onClick={blocker.proceed}>
        {word('editor.leave.go')}
      </button>
      <button type="button" ref={focused} className="main-act" onClick={blocker.reset}>
        {word('editor.leave.stay')}
      </button>
    </div>
  );
}
