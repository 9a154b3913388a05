import { cohortOutliers, type Sides } from './cohort-outliers.js';
import type { Detector } from './detector.js';

const sides: Sides = { unusual: 1, grammar: -1, repetition: 1 };

/**
 * Texts of a machine: characters by chance are unusual, words by chance lack grammar, one clause again and again repeats itself. Texts of less
 * than forty characters are not judged.
 */
export const randomText: Detector = async (office, rule, span) => cohortOutliers(office, rule, span, sides);
