import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { IndicatorCheckAnswer } from '@zhiheng/office';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useWords } from '../words/words.js';
import { completeDefinition } from './completions.js';
import { editorLook, yamlLook } from './editor-look.js';

type Fault = IndicatorCheckAnswer['faults'][number];

/** What can be asked of the editor from outside. */
export interface EditorHandle {
  /** Puts the cursor at the place of a fault. */
  readonly goTo: (fault: Pick<Fault, 'line' | 'column'>) => void;
  /** Puts another text in the place of the one that stands. */
  readonly replace: (text: string) => void;
}

export interface DefinitionEditorProps {
  readonly label: string;
  /** What it begins with; from then on the editor holds the text, and tells each change. */
  readonly begin: string;
  readonly change: (text: string) => void;
  /** Faults of the text as it stands. */
  readonly faults: readonly Fault[];
  readonly locked: boolean;
  readonly handle: Ref<EditorHandle>;
}

const locking = new Compartment();
const locks = (locked: boolean) => [EditorState.readOnly.of(locked), EditorView.editable.of(true)];

/** The text of a definition with line numbers, faults at their lines and words that may stand at the cursor. */
export function DefinitionEditor({ label, begin, change, faults, locked, handle }: DefinitionEditorProps) {
  const { word } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const newest = useRef({ change, begin });
  newest.current = { change, begin };
  const told = word('editor.faults');
  useEffect(() => {
    const host = place.current;
    if (host === null) return undefined;
    // Behind a shadow root its styles are sheets of script, which the policy of the pages lets in; a style element it does not.
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const editor = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: newest.current.begin,
        extensions: [
          ...[lineNumbers(), lintGutter(), history(), highlightActiveLine(), highlightActiveLineGutter()],
          ...[yaml(), indentUnit.of('  '), syntaxHighlighting(yamlLook), editorLook, EditorView.lineWrapping],
          autocompletion({ override: [completeDefinition], icons: false }),
          keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
          EditorState.phrases.of({ Diagnostics: told }),
          locking.of(locks(false)),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) newest.current.change(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [label, told]);
  useEffect(() => view.current?.dispatch({ effects: locking.reconfigure(locks(locked)) }), [locked]);
  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    editor.dispatch(
      setDiagnostics(
        editor.state,
        faults.map((fault) => diagnosticOf(fault, editor.state.doc)),
      ),
    );
  }, [faults]);
  useImperativeHandle(handle, () => ({
    goTo: (fault) => {
      const editor = view.current;
      if (editor === null) return;
      const at = positionOf(fault, editor.state.doc);
      editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      editor.focus();
    },
    replace: (text) => {
      const editor = view.current;
      if (editor === null || editor.state.doc.toString() === text) return;
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
    },
  }));
  return <div ref={place} className="definition-editor" />;
}

/** Columns count characters, the editor counts units of UTF-16. */
function positionOf({ line, column }: Pick<Fault, 'line' | 'column'>, doc: Text): number {
  const { from, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return from + [...text].slice(0, column - 1).join('').length;
}

function diagnosticOf(fault: Fault, doc: Text): Diagnostic {
  const from = positionOf(fault, doc);
  const { to: end, text, from: start } = doc.lineAt(from);
  const word = /^(?:[\w.-]+|\S+)/u.exec(text.slice(from - start))?.[0] ?? '';
  return { from, to: Math.min(end, from + word.length), severity: 'error', message: fault.message };
}
