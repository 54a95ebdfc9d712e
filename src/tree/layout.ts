/** 版式: what book.yaml chooses of the look of a book. */

/** 开本 */
export type TrimName = '大16开' | '16开' | 'A4' | '32开';

/** 主题: the style of the house, then the folders of `styles/themes/`. */
export const THEMES = ['典雅', '素雅'] as const;

export type ThemeName = (typeof THEMES)[number];

/** 字体, by the role it has in the font manifest. */
export type FontRole = '宋' | '黑' | '楷';

/** 栏数 */
export type Columns = 1 | 2 | 3;

/** 图号: figures in the text without a number, numbered through the book (图3), or within each 类目 (图2-3). */
export const FIGURE_NUMBERINGS = ['否', '是', '按类目'] as const;

export type FigureNumbering = (typeof FIGURE_NUMBERINGS)[number];

/** 版式 of book.yaml, checked and with its defaults filled in. */
export interface LayoutSettings {
  theme: ThemeName;
  /** 字号 of the running text, points. */
  bodyPoints: number;
  columns: Columns;
  /** 栏距: characters between two columns. */
  gapCharacters: number;
  /** 图号; absent: 否. */
  figureNumbers?: FigureNumbering;
  /** 配色: the accent colour, `#rrggbb`; absent: that of the theme. */
  accent?: string;
  /** 正文字体; absent: that of the theme. */
  bodyFont?: FontRole;
  /** 标题字体; absent: that of the theme. */
  headFont?: FontRole;
}
