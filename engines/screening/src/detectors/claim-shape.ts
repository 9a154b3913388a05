import { cohortOutliers, type Sides } from './cohort-outliers.js';
import type { Detector } from './detector.js';

const sides: Sides = { 'claim-length': 1, 'claim-features': 1, 'claim-count': 1 };

/** First claims that are narrowed by far more than is usual, or far more claims. A hint: long claims have honest reasons. */
export const claimShape: Detector = async (office, rule, span) => cohortOutliers(office, rule, span, sides);
