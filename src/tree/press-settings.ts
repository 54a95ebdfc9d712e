/** 印刷 of book.yaml: what the printing house asks of the press PDF. */

/** 标准: the conformance of the press PDF. PDF/X-1a is asked for by old platemaking systems. */
export const PRESS_STANDARDS = ['PDF/X-4', 'PDF/X-1a'] as const;

/**
 * 意图: how colours that the press cannot print come nearer to those that it can. 相对色度 keeps the others as they
 * are, with white as paper; 感知 moves all a little; 饱和度 is for charts; 绝对色度 imitates another paper.
 */
export const RENDERING_INTENTS = ['相对色度', '感知', '饱和度', '绝对色度'] as const;

export type RenderingIntent = (typeof RENDERING_INTENTS)[number];

/** A place in book.yaml, from 1. */
export interface SettingPlace {
  line: number;
  column: number;
}

export interface PressSettings {
  /** icc: the printer's own CMYK profile, relative to the volume folder. Without it the one of the house is used. */
  icc?: { file: string; at: SettingPlace };
  /** 标识: the printing condition by its registered name, such as FOGRA39. Without it the profile's name tells. */
  condition?: { identifier: string; at: SettingPlace };
  /** 意图 */
  intent: RenderingIntent;
  /** 总墨量: the most ink on one spot, all four together, per cent. */
  inkLimit: number;
  /** 照片质量: of the JPEG, 1 to 100. */
  photoQuality: number;
  /** 出血, mm. */
  bleedMm: number;
  /** 裁切标记: whether crop and registration marks stand around the page. */
  marks: boolean;
  /** 标准 */
  standard: (typeof PRESS_STANDARDS)[number];
  /** 最低分辨率: photos below it are reported, pixels per inch of their printed size. */
  leastPpi: number;
}

/**
 * 300 % is what coated paper takes on a sheet-fed offset press (ISO 12647-2); 225 ppi is one and a half times the
 * usual screen of 150 lines, the least at which a photo prints without loss.
 */
export const PRESS_DEFAULTS: PressSettings = {
  intent: '相对色度',
  inkLimit: 300,
  photoQuality: 92,
  bleedMm: 3,
  marks: false,
  standard: 'PDF/X-4',
  leastPpi: 225,
};
