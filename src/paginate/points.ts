/** Points, in which PDF measures; the page measures in CSS px. */
export const POINTS_PER_PX = 0.75;
