import { areas } from './areas.js';
import { compute, vintageList } from './compute.js';
import { coverage } from './coverage.js';
import { doctor } from './doctor.js';
import { figure } from './figure.js';
import { giList } from './gi.js';
import { indicatorCheck, indicatorList, indicatorShow } from './indicators.js';
import { load } from './load.js';
import { office } from './office.js';
import { quarantineList } from './quarantine.js';
import { records } from './records.js';
import { releaseCollect, releaseCreate, releaseDiff, releaseList, releaseShow, releaseVerify } from './release.js';
import { synthesise } from './synthesise.js';
import { overview, verdicts } from './verdicts.js';

/** Every act and question of an office, by name: the command line, the pages and scripts all come through here. */
export const commands = {
  areas,
  compute,
  coverage,
  doctor,
  figure,
  'gi-list': giList,
  'indicator-check': indicatorCheck,
  'indicator-list': indicatorList,
  'indicator-show': indicatorShow,
  load,
  office,
  overview,
  'quarantine-list': quarantineList,
  records,
  'release-collect': releaseCollect,
  'release-create': releaseCreate,
  'release-diff': releaseDiff,
  'release-list': releaseList,
  'release-show': releaseShow,
  'release-verify': releaseVerify,
  synthesise,
  verdicts,
  'vintage-list': vintageList,
};

export type CommandName = keyof typeof commands;
