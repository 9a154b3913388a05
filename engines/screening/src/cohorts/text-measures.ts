import { claimFeatures, type Feature, textFeatures } from './features.js';

/** Texts shorter than this are not measured as texts. */
const leastCharacters = 40;

/** Columns of a table of what was measured in texts, by the feature that they hold. */
const columnOf = {
  unusual: 'unusual',
  grammar: 'grammar',
  repetition: 'repetition',
  'claim-length': 'claim_length',
  'claim-features': 'claim_features',
} as const satisfies Partial<Record<Feature, string>>;
export type TextFeature = keyof typeof columnOf;
export const textFeatureColumns = Object.entries(columnOf) as [TextFeature, string][];

/** What is measured of the texts of one application: of its abstract, of its claim where that is too short; and of the claim as such. */
export function measureTexts(abstract: string | null, claim: string | null): Record<TextFeature, number | null> {
  const text = textFeatures(abstract, leastCharacters) ?? textFeatures(claim, leastCharacters);
  return { ...(text ?? { unusual: null, grammar: null, repetition: null }), ...claimFeatures(claim) };
}
