/** Message ids of what coverage says. */
export const eventWords: Readonly<Record<string, string>> = {
  filed: 'event.filed',
  examination_requested: 'event.examination-requested',
  closed: 'event.closed',
  granted: 'event.granted',
  ceased: 'event.ceased',
  registered: 'event.registered',
  recorded: 'event.recorded',
};

/** Message ids of the tables whose events stand beside those of patents. */
export const tableWords: Readonly<Record<string, string>> = {
  trademarks: 'coverage.table.trademarks',
  recordals: 'coverage.table.recordals',
};

export const completenessWords = {
  full: 'completeness.full',
  partial: 'completeness.partial',
  maturing: 'completeness.maturing',
} as const;
