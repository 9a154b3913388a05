export { type CalendarDay, type DayKind, dayKinds } from './calendar/calendar-day.js';
export { addMonths, deadlineOf, type Reckoning, type Suspension, type Term } from './calendar/deadline.js';
export { defaultZone, officeDay } from './calendar/office-day.js';
export { type LineFault, type ReadDays, readDays, readShippedDays } from './calendar/read-days.js';
export { type DayStanding, type ReckonedDay, WorkingCalendar } from './calendar/working-calendar.js';
export { type ClockRefusal, dueOf } from './flow/clocks.js';
export type { ClockEffects, FlowAct, FlowClock, FlowDefinition, FlowState } from './flow/definition.js';
export { type Flow, type Guard, type GuardQuestion, makeFlow } from './flow/flow.js';
export { type FlowFault, flowFaults } from './flow/flow-faults.js';
export { type HistoryEntry, type Instance, type InstanceClock, newInstance } from './flow/instance.js';
export { type Moment, momentAt } from './flow/moment.js';
export type { ActInput, FieldFault, Need, NeedCheck } from './flow/needs.js';
export { type ProposalKind, proposalFlow } from './flow/proposal-flow.js';
export type { PossibleAct, Refusal, RefusalReason } from './flow/refusal.js';
export { possibleActs, type Tried, tryAct } from './flow/try-act.js';
export { type ActChanges, type Acted, type ActRequest, Instances } from './stored/instances.js';
export { keepInstance } from './stored/keep-instance.js';
export { actsMigrations } from './stored/migrations.js';
export { type FailedLetter, type LetterRound, type LetterStanding, NoticeLetters } from './stored/notice-letters.js';
export { type NewNotice, type Notice, Notices, notify } from './stored/notices.js';
export { type CalendarEdit, type Editing, OfficeCalendar } from './stored/office-calendar.js';
export {
  type NewProposal,
  type ProposalActing,
  type ProposalStep,
  Proposals,
  proposersOf,
} from './stored/proposals.js';
export { refusalFault } from './stored/refusal-fault.js';
export { fileOutbox } from './work/file-outbox.js';
export { type Light, lightOf } from './work/light.js';
export { type Mail, type MailAdapter, MailFailure, messageOf } from './work/mail.js';
export { openWork, type WorkItem } from './work/open-work.js';
export { type SmtpPlace, smtpMail, smtpPlace } from './work/smtp-mail.js';
