/** Acts with a button of their own, in the order of the work, each with its key and where it is sent. The others stand at what they are done to. */
export const offeredActs = [
  ['sign', 's', 'sign'],
  ['progress', 'p', 'progress'],
  ['hand-in', 'h', 'hand-in'],
  ['close', 'c', 'close'],
  ['send-back', 'b', 'return'],
  ['hand-over', 'g', 'return'],
  ['return', 'r', 'return'],
  ['deadline', 'd', 'deadline'],
  ['reopen', 'o', 'reopen'],
  ['unsign', 'u', 'undo'],
  ['take-back', 'u', 'undo'],
  ['restore', 'u', 'undo'],
  ['withdraw', 'w', 'withdraw'],
] as const;

export type OfferedAct = (typeof offeredActs)[number][0];

/** Acts that are done at once: nothing is asked, and one's own act takes them back. */
export const atOnce: readonly OfferedAct[] = ['sign', 'unsign', 'take-back', 'restore'];
