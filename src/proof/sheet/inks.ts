/** Colours and sizes of the furniture: small and grey, so that the page stays in the centre of attention. */
import type { ProofColour } from '../drawing.js';
import type { Finding } from '../model.js';

export const INK: ProofColour = '#222222';
export const SOFT: ProofColour = '#5f5f5f';
export const PALE: ProofColour = '#8f8f8f';
export const HAIR: ProofColour = '#c2c2c2';
export const OLD: ProofColour = '#b3261e';
export const NEW: ProofColour = '#0b57a4';

export const SEVERITY_INKS: Record<Finding['severity'], ProofColour> = {
  error: '#b3261e',
  warning: '#9a5b00',
  note: '#4a6572',
};

/** Points in a millimetre. */
export const MM = 72 / 25.4;
/** Office printers leave so much of the edge white, points. */
export const EDGE = 5 * MM;
