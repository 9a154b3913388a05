/** Rows of an admission that are packed together, so that an opening of one area reads little beside it. */
export const admissionGroupRows = 32_768;

/** Where the rows of an area lie together, in each the oldest records first. */
export const byPlace = 'place_number, place, id';
