/** What is done to a photo before it is printed. The press cuts and turns its own photos by the same rules. */
export {
  type PhotoTreatment,
  type PictureSize,
  treatedSize,
  turnedArea,
} from '../../tree/photo-treatment.js';
