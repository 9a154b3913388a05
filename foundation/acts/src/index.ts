export { type CalendarDay, type DayKind, dayKinds } from './calendar/calendar-day.js';
export { addMonths, deadlineOf, type Reckoning, type Suspension, type Term } from './calendar/deadline.js';
export { defaultZone, officeDay } from './calendar/office-day.js';
export { type LineFault, type ReadDays, readDays } from './calendar/read-days.js';
export { type DayStanding, type ReckonedDay, WorkingCalendar } from './calendar/working-calendar.js';
