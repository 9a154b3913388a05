import { definitionIdOf } from '@zhiheng/indicators';
import type { ChangedRecords } from '../answers-definitions.js';
import type { GivenTable } from '../classification/given-table.js';
import { loadWithoutQuotes, withoutQuote } from '../names/quoted-faults.js';
import { areasSettle, areasSettled, areasUnsettle } from './area-rulings.js';
import { areas } from './areas.js';
import { areasUnresolved } from './areas-unresolved.js';
import { check, checkHistory, checkOverview, checkRows, checkShow } from './checks.js';
import { classificationEditions } from './classification-editions.js';
import {
  classificationAccept,
  classificationProposals,
  classificationReturn,
  classificationWithdraw,
} from './classification-proposals.js';
import { classificationCompare, classificationList, classificationLoad } from './classifications.js';
import { compute } from './compute.js';
import { coverage } from './coverage.js';
import { decide, decisionLists, decisionRules, decisionsList, decisionsUndo } from './decisions.js';
import { decisionsImport } from './decisions-import.js';
import { doctor } from './doctor.js';
import {
  indicatorDraft,
  indicatorDraftShow,
  indicatorDrafts,
  indicatorHistory,
  indicatorPublish,
  indicatorReturn,
  indicatorSubmit,
  indicatorWithdraw,
} from './drafts.js';
import { durations } from './durations.js';
import { figure } from './figure.js';
import { giList } from './gi.js';
import { indicatorCheck, indicatorList, indicatorShow, indicatorValues } from './indicators.js';
import { load } from './load.js';
import { loadFaults } from './load-faults.js';
import { loadPreview, loads } from './loads.js';
import { office } from './office.js';
import { officeSet, officeSettings } from './office-settings.js';
import { partiesList, partiesReview, partiesShow } from './parties.js';
import { partiesApart, partiesDecidedList, partiesMerge, partiesUndo } from './party-rulings.js';
import {
  accountDisable,
  accountEnable,
  accountErase,
  accountInvite,
  accountLeave,
  accountList,
} from './people/accounts.js';
import { auditAnchor, auditList, auditVerify } from './people/audit.js';
import { calendarImport, calendarSet, calendarShow, deadline } from './people/calendar.js';
import { noticesLetters, noticesMail } from './people/letters.js';
import { accountLink, linkConfirm, linkTurnDown } from './people/links.js';
import { orgAdd, orgClose, orgList, orgMove } from './people/organisations.js';
import {
  delegationEnd,
  delegationGive,
  delegationList,
  keyCreate,
  keyRevoke,
  ownAccountShow,
  passwordChange,
} from './people/own.js';
import { rightsMatrix } from './people/rights.js';
import { roleConfirm, roleGive, roleList, roleTurnDown, roleWithdraw } from './people/roles.js';
import { actForCommand, session } from './people/session.js';
import { accountSignOut, linkUse, sessionEnd, signInCommand, signOut, signOutAll } from './people/signing-in.js';
import { myWork, noticeRead } from './people/work.js';
import { personErase, personName } from './persons.js';
import { indicatorPreview } from './preview-definition.js';
import { programmeComparable, programmeCompare } from './programme-comparison.js';
import { programmeAccept, programmeDecide, programmeReview, programmeRoll } from './programme-review.js';
import {
  programmeDraft,
  programmeDrafts,
  programmeEditionsOf,
  programmeImport,
  programmeList,
  programmeReopen,
  programmeShow,
} from './programmes.js';
import { loadPropose } from './propose.js';
import {
  vintageList,
  vintageNotices,
  vintagePublish,
  vintageReturn,
  vintageShow,
  vintageSign,
  vintageWithdraw,
} from './publications.js';
import { quarantineList, quarantinePage, quarantineShow } from './quarantine.js';
import { quarantineFix } from './quarantine-fix.js';
import { record } from './record.js';
import { records } from './records.js';
import { releaseCollect, releaseCreate, releaseDiff, releaseList, releaseShow, releaseVerify } from './release.js';
import { cancel, running, tracked } from './running.js';
import {
  screenCheck,
  screenClues,
  screenCompare,
  screenGroup,
  screenGroups,
  screenOverview,
  screenPairs,
  screenRun,
  screenShow,
} from './screening.js';
import { synthesise } from './synthesise.js';
import { tableCheck, tableList, tableMake, tableShow } from './tables.js';
import {
  targetAccept,
  targetHistory,
  targetOverlay,
  targetProposals,
  targetReturn,
  targetRevise,
  targetWithdraw,
} from './target-changes.js';
import {
  taskAssign,
  taskClose,
  taskDeadline,
  taskFile,
  taskHandIn,
  taskMilestone,
  taskProgress,
  taskRemind,
  taskReopen,
  taskReturn,
  taskSign,
  taskStrike,
  taskUndo,
  taskWithdraw,
} from './tasks/acting.js';
import { taskFilePreview, taskList, taskRules, taskShow, taskTally, taskTimeline } from './tasks/reading.js';
import { overview, verdict, verdicts } from './verdicts.js';
import { explain, vintageCompare, vintageHistory } from './vintages.js';
import { why } from './why.js';

const withoutRows = (changed: ChangedRecords): ChangedRecords => ({ ...changed, rows: [] });
const sideName = ({ id, file }: GivenTable): string[] => named(file ?? id);
const named = (name: string | undefined): string[] => (name === undefined ? [] : [name]);

/** Every act and question of an office, by name: the command line, the pages and scripts all come through here. */
export const commands = {
  'account-disable': accountDisable,
  'account-enable': accountEnable,
  'account-erase': accountErase,
  'account-invite': accountInvite,
  'account-leave': accountLeave,
  'account-link': accountLink,
  'account-list': accountList,
  'account-sign-out': accountSignOut,
  'act-for': actForCommand,
  'audit-anchor': auditAnchor,
  'audit-list': auditList,
  'audit-verify': auditVerify,
  'calendar-import': calendarImport,
  'calendar-set': calendarSet,
  'calendar-show': calendarShow,
  deadline,
  'delegation-end': delegationEnd,
  'delegation-give': delegationGive,
  'delegation-list': delegationList,
  'key-create': keyCreate,
  'key-revoke': keyRevoke,
  'link-confirm': linkConfirm,
  'link-turn-down': linkTurnDown,
  'link-use': linkUse,
  'my-work': myWork,
  'notice-read': noticeRead,
  'notices-letters': noticesLetters,
  'notices-mail': noticesMail,
  'org-add': orgAdd,
  'org-close': orgClose,
  'org-list': orgList,
  'org-move': orgMove,
  'own-account': ownAccountShow,
  'password-change': passwordChange,
  'rights-matrix': rightsMatrix,
  'role-confirm': roleConfirm,
  'role-give': roleGive,
  'role-list': roleList,
  'role-turn-down': roleTurnDown,
  'role-withdraw': roleWithdraw,
  session,
  'session-end': sessionEnd,
  'sign-in': signInCommand,
  'sign-out': signOut,
  'sign-out-all': signOutAll,
  areas,
  'areas-settle': areasSettle,
  'areas-settled': areasSettled,
  'areas-unresolved': areasUnresolved,
  'areas-unsettle': areasUnsettle,
  cancel,
  check: tracked('check', check, { alone: null, about: ({ release }) => named(release) }),
  'check-history': checkHistory,
  'check-overview': checkOverview,
  'check-rows': checkRows,
  'check-show': checkShow,
  'classification-compare': tracked('classification-compare', classificationCompare, {
    alone: 'previews',
    about: ({ a, b }) => [...sideName(a), ...sideName(b)],
  }),
  'classification-accept': classificationAccept,
  'classification-editions': classificationEditions,
  'classification-list': classificationList,
  'classification-load': classificationLoad,
  'classification-proposals': classificationProposals,
  'classification-return': classificationReturn,
  'classification-withdraw': classificationWithdraw,
  compute: tracked('compute', compute, { alone: null, about: ({ release }) => named(release) }),
  coverage,
  decide,
  'decision-lists': decisionLists,
  'decision-rules': decisionRules,
  'decisions-import': tracked('decisions-import', decisionsImport, { alone: null, about: ({ path }) => [path] }),
  'decisions-list': decisionsList,
  'decisions-undo': decisionsUndo,
  doctor,
  durations,
  explain,
  figure,
  'gi-list': giList,
  'indicator-check': indicatorCheck,
  'indicator-draft': indicatorDraft,
  'indicator-draft-show': indicatorDraftShow,
  'indicator-drafts': indicatorDrafts,
  'indicator-history': indicatorHistory,
  'indicator-list': indicatorList,
  'indicator-preview': tracked('indicator-preview', indicatorPreview, {
    alone: 'previews',
    about: ({ id, text }) => named(id ?? definitionIdOf(text) ?? undefined),
    keepsNothing: true,
    // Records are for whoever asked.
    listed: {
      answer: (answer) => ({ ...answer, added: withoutRows(answer.added), removed: withoutRows(answer.removed) }),
      fault: (fault) => fault,
    },
  }),
  'indicator-publish': indicatorPublish,
  'indicator-return': indicatorReturn,
  'indicator-show': indicatorShow,
  'indicator-submit': indicatorSubmit,
  'indicator-withdraw': indicatorWithdraw,
  'indicator-values': indicatorValues,
  load: tracked('load', load, {
    alone: 'loads',
    about: ({ paths }) => paths,
    // What stood in a file is for whoever loaded it: `load-faults`.
    listed: { answer: loadWithoutQuotes, fault: withoutQuote },
  }),
  'load-faults': loadFaults,
  'load-propose': loadPropose,
  'load-preview': loadPreview,
  loads,
  office,
  'office-set': officeSet,
  'office-settings': officeSettings,
  overview,
  'parties-apart': partiesApart,
  'parties-decided': partiesDecidedList,
  'parties-list': partiesList,
  'parties-merge': partiesMerge,
  'parties-review': partiesReview,
  'parties-show': partiesShow,
  'parties-undo': partiesUndo,
  'person-erase': personErase,
  'person-name': personName,
  'programme-accept': programmeAccept,
  'programme-decide': programmeDecide,
  'programme-comparable': programmeComparable,
  'programme-compare': programmeCompare,
  'programme-draft': programmeDraft,
  'programme-drafts': programmeDrafts,
  'programme-import': tracked('programme-import', programmeImport, { alone: null, about: ({ path }) => [path] }),
  'programme-list': programmeList,
  'programme-editions': programmeEditionsOf,
  'programme-reopen': programmeReopen,
  'programme-show': programmeShow,
  'programme-review': programmeReview,
  'programme-roll': programmeRoll,
  'quarantine-fix': tracked('quarantine-fix', quarantineFix, {
    alone: 'loads',
    about: ({ id }) => [id],
    // What stood in the record is for whoever corrects it.
    listed: {
      answer: (answer) => (answer.fault === null ? answer : { ...answer, fault: { ...answer.fault, found: null } }),
      fault: withoutQuote,
    },
  }),
  'quarantine-list': quarantineList,
  'quarantine-page': quarantinePage,
  'quarantine-show': quarantineShow,
  record,
  records,
  'release-collect': tracked('release-collect', releaseCollect, { alone: 'everything', about: () => [] }),
  'release-create': tracked('release-create', releaseCreate, { alone: null, about: ({ name }) => [name] }),
  'release-diff': releaseDiff,
  'release-list': releaseList,
  'release-show': releaseShow,
  'release-verify': tracked('release-verify', releaseVerify, { alone: null, about: ({ name }) => named(name) }),
  running,
  'screen-check': screenCheck,
  'screen-clues': screenClues,
  'screen-compare': screenCompare,
  'screen-group': screenGroup,
  'screen-groups': screenGroups,
  'screen-overview': screenOverview,
  'screen-pairs': screenPairs,
  'screen-run': tracked('screen-run', screenRun, { alone: 'screenings', about: ({ release }) => named(release) }),
  'screen-show': screenShow,
  synthesise: tracked('synthesise', synthesise, { alone: null, about: ({ out }) => [out] }),
  'table-check': tableCheck,
  'table-list': tableList,
  'table-make': tableMake,
  'table-show': tableShow,
  'target-accept': targetAccept,
  'target-history': targetHistory,
  'target-overlay': targetOverlay,
  'target-proposals': targetProposals,
  'target-return': targetReturn,
  'target-revise': targetRevise,
  'target-withdraw': targetWithdraw,
  'task-assign': taskAssign,
  'task-close': taskClose,
  'task-deadline': taskDeadline,
  'task-file': taskFile,
  'task-file-preview': taskFilePreview,
  'task-hand-in': taskHandIn,
  'task-list': taskList,
  'task-milestone': taskMilestone,
  'task-progress': taskProgress,
  'task-remind': taskRemind,
  'task-reopen': taskReopen,
  'task-return': taskReturn,
  'task-rules': taskRules,
  'task-show': taskShow,
  'task-sign': taskSign,
  'task-strike': taskStrike,
  'task-tally': taskTally,
  'task-timeline': taskTimeline,
  'task-undo': taskUndo,
  'task-withdraw': taskWithdraw,
  verdict,
  verdicts,
  'vintage-compare': vintageCompare,
  'vintage-history': vintageHistory,
  'vintage-list': vintageList,
  'vintage-notices': vintageNotices,
  'vintage-publish': vintagePublish,
  'vintage-return': vintageReturn,
  'vintage-show': vintageShow,
  'vintage-sign': vintageSign,
  'vintage-withdraw': vintageWithdraw,
  why,
};

export type CommandName = keyof typeof commands;
