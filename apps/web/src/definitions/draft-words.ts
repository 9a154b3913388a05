import type { DraftAnswer } from '@zhiheng/office';

export const draftStateWords: Readonly<Record<DraftAnswer['state'], string>> = {
  written: 'draft-state.written',
  submitted: 'draft-state.submitted',
  returned: 'draft-state.returned',
  published: 'draft-state.published',
  withdrawn: 'draft-state.withdrawn',
};

/** Message ids of what was done with a draft. */
export const draftActWords: Readonly<Record<string, string>> = {
  write: 'draft-act.write',
  revise: 'draft-act.revise',
  mend: 'draft-act.mend',
  'take-over': 'draft-act.take-over',
  'take-back': 'draft-act.take-back',
  submit: 'draft-act.submit',
  publish: 'draft-act.publish',
  return: 'draft-act.return',
  decline: 'draft-act.decline',
  withdraw: 'draft-act.withdraw',
};
