import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor as a sheet of the page: its colours and sizes come from the page's own. */
export const editorLook = EditorView.theme({
  '&': { backgroundColor: 'var(--white)', color: 'var(--ink)', fontSize: '13px', border: '1px solid var(--history)' },
  '&.cm-focused': { outline: '2px solid var(--link)', outlineOffset: '0' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    lineHeight: '1.6',
    maxHeight: '640px',
  },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--grey)', borderRight: '1px solid var(--rule)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--wash)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 4px', minWidth: '32px' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--vermilion)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '3px',
  },
  '.cm-lint-marker-error': {
    content: 'none',
    width: '8px',
    height: '8px',
    margin: '6px 3px',
    backgroundColor: 'var(--vermilion)',
  },
  '.cm-gutter-lint': { width: '14px' },
  '.cm-tooltip': { border: '1px solid var(--ink)', backgroundColor: 'var(--white)', color: 'var(--ink)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '220px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--link)', color: 'var(--white)' },
  '.cm-diagnostic-error': { borderLeft: '2px solid var(--vermilion)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: '#d5e0ec' },
});

/** Few colours: keys, texts, remarks. */
export const yamlLook = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--link)' },
  { tag: tags.comment, color: 'var(--grey)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--teal)' },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: 'var(--grey)' },
]);
