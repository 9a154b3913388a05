import type { RunningJob } from '@zhiheng/office';

/** Message ids of what jobs do, where they are, and how they ended. */
export const commandWords: Readonly<Record<string, string>> = {
  load: 'command.load',
  'quarantine-fix': 'command.quarantine-fix',
  check: 'command.check',
  compute: 'command.compute',
  'classification-compare': 'command.classification-compare',
  'indicator-preview': 'command.indicator-preview',
  'decisions-import': 'command.decisions-import',
  'programme-import': 'command.programme-import',
  'screen-run': 'command.screen-run',
  synthesise: 'command.synthesise',
  'release-create': 'command.release-create',
  'release-verify': 'command.release-verify',
  'release-collect': 'command.release-collect',
};

export const stageWords: Readonly<Record<string, string>> = {
  waiting: 'stage.waiting',
  reading: 'stage.reading',
  settling: 'stage.settling',
  writing: 'stage.writing',
  tagging: 'stage.tagging',
  admitting: 'stage.admitting',
  counting: 'stage.counting',
  computing: 'stage.computing',
  checking: 'stage.checking',
  resolving: 'stage.resolving',
  texts: 'stage.texts',
  measuring: 'stage.measuring',
  titles: 'stage.titles',
  abstracts: 'stage.abstracts',
  claims: 'stage.claims',
  grouping: 'stage.grouping',
  rules: 'stage.rules',
  verifying: 'stage.verifying',
};

export const stateWords: Readonly<Record<RunningJob['state'], string>> = {
  running: 'job.running',
  done: 'job.done',
  failed: 'job.failed',
  cancelled: 'job.cancelled',
};
