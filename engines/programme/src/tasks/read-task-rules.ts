import { type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { reasonedActs, type TaskReason, type TaskRules, type TaskWord } from './task-rules.js';

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** No document of an office is longer. */
const mostBytes = 256 * 1024 * 1024;

/** Reads how tasks run (`definitions/tasks/rules.yaml`). Throws the first `task-rules-wrong` with line and column. */
export function readTaskRules(text: string, file: string): TaskRules {
  const sheet = new YamlSheet(text, file, 'task-rules-wrong');
  const root = sheet.root();
  const source = root.map('source');
  const rules = {
    names: root.localized('names'),
    source: {
      text: source.text('text'),
      article: source.optionalText('article'),
      date: source.optionalText('date'),
    },
    provisional: root.truth('provisional'),
    soon: root.count('soon', 60),
    escalations: root.maps('escalations').map(readEscalation),
    fileBytes: root.count('file_bytes', mostBytes),
    progress: wordsOf(root, 'progress', readWord),
    reasons: wordsOf(root, 'reasons', readReason),
  };
  for (const act of reasonedActs) {
    if (!rules.reasons.some((reason) => reason.for.includes(act))) {
      root.note('reasons', { what: `no reason is for ${act}`, expected: 'at least one' });
    }
  }
  const order = rules.escalations.every(({ after }, at) => after > (rules.escalations[at - 1]?.after ?? 0));
  if (!order) root.note('escalations', { what: 'they are not in order', expected: 'more days late each time' });
  source.close();
  root.close();
  sheet.throwFirst();
  return rules;
}

function readEscalation(map: SheetMap): TaskRules['escalations'][number] {
  const escalation = { after: map.count('after', 250), up: map.count('up', 9) };
  if (escalation.up === 0) map.note('up', { what: 'nobody is told', found: '0', expected: '1 or more steps up' });
  map.close();
  return escalation;
}

function readWord(map: SheetMap): TaskWord {
  const id = map.text('id');
  if (id !== '' && !idForm.test(id)) {
    map.note('id', { what: 'not an id', found: id, expected: 'small letters and digits with hyphens' });
  }
  return { id, names: map.localized('names') };
}

function readReason(map: SheetMap): TaskReason {
  const word = readWord(map);
  const acts = map.texts('for').flatMap((name) => {
    const act = reasonedActs.find((one) => one === name);
    if (act !== undefined) return [act];
    map.note('for', { what: 'no act takes a reason by this name', found: name, expected: reasonedActs.join(', ') });
    return [];
  });
  return { ...word, for: acts };
}

function wordsOf<Word extends TaskWord>(root: SheetMap, key: string, read: (map: SheetMap) => Word): Word[] {
  const maps = root.maps(key);
  if (maps.length === 0) root.note(key, { what: `there are no ${key}`, expected: `${key}: a list` });
  const words = maps.map((map) => {
    const word = read(map);
    map.close();
    return word;
  });
  for (const [at, { id }] of words.entries()) {
    if (words.findIndex((one) => one.id === id) === at) continue;
    maps[at]?.note('id', { what: 'the id stands twice', found: id, expected: 'one of each id' });
  }
  return words;
}
