export interface PhotoTreatment {
  crop?: { x: number; y: number; width: number; height: number };
  turn?: 90 | 180 | 270;
}
