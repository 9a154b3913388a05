import { agencyOutcomes } from './agency-outcomes.js';
import { claimShape } from './claim-shape.js';
import type { Detector } from './detector.js';
import type { DetectorName } from './detector-facts.js';
import { earlierPublication } from './earlier-publication.js';
import { earlyTransfer } from './early-transfer.js';
import { filingBurst } from './filing-burst.js';
import { inventorSpread } from './inventor-spread.js';
import { nearCopy } from './near-copy.js';
import { randomText } from './random-text.js';
import { recombination } from './recombination.js';
import { scatteredFiling } from './scattered-filing.js';
import { templateSlots } from './template-slots.js';
import { titleOnly } from './title-only.js';

/** Every detector by the name that rules call it by. */
export const detectors: Readonly<Record<DetectorName, Detector>> = {
  'near-copy': nearCopy,
  'title-only': titleOnly,
  'template-slots': templateSlots,
  recombination,
  'earlier-publication': earlierPublication,
  'random-text': randomText,
  'claim-shape': claimShape,
  'filing-burst': filingBurst,
  'scattered-filing': scatteredFiling,
  'early-transfer': earlyTransfer,
  'inventor-spread': inventorSpread,
  'agency-outcomes': agencyOutcomes,
};
