import canvas from './canvas.json';

/**
 * The proposed canvas: what a PLIE and France Travail might agree on, to start from. Proposed by this project, signed by
 * nobody. It goes through `parseConvention` like any other.
 */
export const CANVAS: unknown = canvas;
