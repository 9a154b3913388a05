import { areas } from './areas.js';
import { compute, vintageList } from './compute.js';
import { coverage } from './coverage.js';
import { doctor } from './doctor.js';
import { figure } from './figure.js';
import { giList } from './gi.js';
import { indicatorCheck, indicatorList, indicatorShow } from './indicators.js';
import { load } from './load.js';
import { loadPreview, loads } from './loads.js';
import { office } from './office.js';
import { loadPropose } from './propose.js';
import { quarantineList, quarantinePage, quarantineShow } from './quarantine.js';
import { quarantineFix } from './quarantine-fix.js';
import { records } from './records.js';
import { releaseCollect, releaseCreate, releaseDiff, releaseList, releaseShow, releaseVerify } from './release.js';
import { cancel, running, tracked } from './running.js';
import { synthesise } from './synthesise.js';
import { overview, verdicts } from './verdicts.js';

const named = (name: string | undefined): string[] => (name === undefined ? [] : [name]);

/** Every act and question of an office, by name: the command line, the pages and scripts all come through here. */
export const commands = {
  areas,
  cancel,
  compute: tracked('compute', compute, { alone: null, about: ({ release }) => named(release) }),
  coverage,
  doctor,
  figure,
  'gi-list': giList,
  'indicator-check': indicatorCheck,
  'indicator-list': indicatorList,
  'indicator-show': indicatorShow,
  load: tracked('load', load, { alone: 'loads', about: ({ paths }) => paths }),
  'load-propose': loadPropose,
  'load-preview': loadPreview,
  loads,
  office,
  overview,
  'quarantine-fix': tracked('quarantine-fix', quarantineFix, { alone: 'loads', about: ({ id }) => [id] }),
  'quarantine-list': quarantineList,
  'quarantine-page': quarantinePage,
  'quarantine-show': quarantineShow,
  records,
  'release-collect': tracked('release-collect', releaseCollect, { alone: 'everything', about: () => [] }),
  'release-create': tracked('release-create', releaseCreate, { alone: null, about: ({ name }) => [name] }),
  'release-diff': releaseDiff,
  'release-list': releaseList,
  'release-show': releaseShow,
  'release-verify': tracked('release-verify', releaseVerify, { alone: null, about: ({ name }) => named(name) }),
  running,
  synthesise: tracked('synthesise', synthesise, { alone: null, about: ({ out }) => [out] }),
  verdicts,
  'vintage-list': vintageList,
};

export type CommandName = keyof typeof commands;
