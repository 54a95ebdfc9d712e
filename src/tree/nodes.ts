/**
 * The volume tree (卷): one value that every stage of the road reads.
 *
 *     volume > part (类目) > manuscript (稿件) > subcategory (分目) > entry (条目) > blocks > phrasing
 *
 * Nodes follow unist: a `type`, a `position` in the manuscript they come from, plain JSON values.
 * A manuscript node names its file; everything below it belongs to that file.
 */
import type { Position } from 'unist';
import type { Imprint } from './imprint.js';
import type { IndexRule } from './index-rules.js';
import type { IndexSettings } from './index-settings.js';
import type { GivenReading } from './index-sources.js';
import type { LayoutSettings, TrimName } from './layout.js';
import type { PressSettings } from './press-settings.js';

/** 体裁: how a manuscript is read and set. */
export type Genre = '条目' | '文章' | '大事记' | '名录' | '文件' | '彩页';

export const GENRES: readonly Genre[] = ['条目', '文章', '大事记', '名录', '文件', '彩页'];

interface Placed {
  /** Where it stands in the manuscript file; lines and columns from 1. */
  position: Position;
}

/** 起始: whether a 类目 opens on any new page (另页) or on a recto (单页). */
export type PartStart = '另页' | '单页';

/** book.yaml, checked and with its defaults filled in. */
export interface VolumeSettings {
  /** 书名, without the volume number. */
  title: string;
  /** 卷号, as printed: usually the year of publication. */
  number: string;
  /** 记述年份: the year the volume records. */
  recordedYear?: string;
  /** 主办 */
  sponsor?: string;
  /** 编纂 */
  compiler?: string;
  /** 开本 */
  trim: TrimName;
  /** 版式 */
  layout: LayoutSettings;
  start: PartStart;
  /** 索引 */
  index: IndexSettings;
  /** 版权: the fields of the imprint page. */
  imprint?: Imprint;
  /** 印刷 */
  press: PressSettings;
  /** 屏幕分辨率: pixels an inch of the photos in book.pdf; absent: those of `plates/photos/resolution.ts`. */
  screenPpi?: number;
}

export interface Volume {
  type: 'volume';
  /** Absolute path of the volume folder. */
  folder: string;
  settings: VolumeSettings;
  /** 读音.yaml */
  readings: GivenReading[];
  /** 索引.yaml */
  indexRules: IndexRule[];
  children: Part[];
}

/** A 类目: an independent flow of pages. */
export interface Part {
  type: 'part';
  /** `p05`: unique in the volume, made from the folder's order number. */
  id: string;
  title: string;
  /** 卷首 is front matter (roman folios); every other 类目 is body. */
  role: 'front' | 'body';
  /** Folder name, relative to the volume folder. */
  folder: string;
  start: PartStart;
  /** Whether its entries go into the subject index. */
  indexed: boolean;
  children: Manuscript[];
}

/** A front-matter value that is printed, with its place. */
export interface Field extends Placed {
  value: string;
}

export interface Manuscript extends Placed {
  type: 'manuscript';
  id: string;
  /** Path relative to the volume folder, with `/`. */
  file: string;
  genre: Genre;
  /** 类目 */
  category: Field;
  /** 分目 of the front matter. */
  subcategory?: Field;
  /**
   * True where the 分目 of the front matter is printed at the head of this manuscript: it is the first of its
   * 类目 to name that 分目, and no `##` heading of its own repeats the name.
   */
  opensSubcategory: boolean;
  /** 供稿 */
  contributor?: Field;
  /** 单位 */
  department?: Field;
  /** 标题 */
  title?: Field;
  /** 副题 */
  subtitle?: Field;
  /** 作者 */
  author?: Field;
  /** 职务 */
  post?: Field;
  /** 文号 */
  documentNumber?: Field;
  /** 日期 */
  date?: Field;
  /** 摄影: who took the photos of these plates, but for those that name another. */
  photographer?: Field;
  children: ManuscriptContent[];
}

export type ManuscriptContent = Subcategory | Entry | Section | Month | RosterSystem | PlateSection | Block;

/** 分目 (`##` of a 条目 manuscript). */
export interface Subcategory extends Placed {
  type: 'subcategory';
  id: string;
  title: Phrasing[];
  children: (Entry | Block)[];
}

/** 条目 (`###`, or a paragraph that begins with 【标题】). */
export interface Entry extends Placed {
  type: 'entry';
  id: string;
  title: Phrasing[];
  children: Block[];
}

/** A heading of an article or a document with what stands under it; `depth` is 2 (`##`) or 3 (`###`). */
export interface Section extends Placed {
  type: 'section';
  id: string;
  depth: 2 | 3;
  title: Phrasing[];
  children: (Section | Block)[];
}

/** A month of the chronicle (大事记). */
export interface Month extends Placed {
  type: 'month';
  id: string;
  title: Phrasing[];
  children: (ChronicleEvent | Block)[];
}

/** `6日　…`, `7日—8日　…`, `△　…` */
export interface ChronicleEvent extends Placed {
  type: 'event';
  /** As typed: 6日, 7日—8日, △. */
  date: Text;
  children: Phrasing[];
}

/** `## 系统` of a roster (名录). */
export interface RosterSystem extends Placed {
  type: 'system';
  id: string;
  title: Phrasing[];
  children: (RosterUnit | Post | Block)[];
}

/** `### 单位` of a roster. */
export interface RosterUnit extends Placed {
  type: 'unit';
  id: string;
  title: Phrasing[];
  children: (Post | Block)[];
}

/** `- 职务：姓名（说明）；姓名（说明）` */
export interface Post extends Placed {
  type: 'post';
  /** 职务, without the colon. */
  title: Text;
  holders: Holder[];
}

export interface Holder extends Placed {
  /** Unpadded, as in the manuscript: 李强. */
  name: Text;
  /** The text inside （）, without the brackets. */
  note?: Text;
}

/** `## 栏目 {每页=4 底色=浅}` of the plates (彩页). */
export interface PlateSection extends Placed {
  type: 'plates';
  id: string;
  title: Phrasing[];
  settings: PlateSettings;
  children: (Figure | Block)[];
}

/** What an editor asks of a section of plates. */
export interface PlateSettings {
  /** 每页: how many photos its pages hold, as far as they go round. */
  perPage?: number;
  /** 底色: 浅 is a tint of the accent colour, 灰 one of black. */
  tint?: PlateTint;
}

export type PlateTint = '浅' | '灰';

export type Block = Paragraph | Clause | List | Table | Figure | RosterUnit | Post;

export interface Paragraph extends Placed {
  type: 'paragraph';
  children: Phrasing[];
}

/** A clause of a document (文件): `第一条　…`. */
export interface Clause extends Placed {
  type: 'clause';
  /** 第一条 */
  label: Text;
  children: Phrasing[];
}

export interface List extends Placed {
  type: 'list';
  ordered: boolean;
  /** First number of an ordered list. */
  start: number;
  children: ListItem[];
}

export interface ListItem extends Placed {
  type: 'item';
  children: Block[];
}

export interface Table extends Placed {
  type: 'table';
  id: string;
  /** The bold paragraph right before the table. */
  caption?: Caption;
  /** 单位：亿元 */
  unit?: Caption;
  align: ('left' | 'right' | 'center' | null)[];
  head: Row[];
  body: Row[];
}

export interface Caption extends Placed {
  children: Phrasing[];
}

export interface Row extends Placed {
  cells: Cell[];
}

/** A cell that is printed; cells merged into it (`^`, `>`) are gone from the rows. */
export interface Cell extends Placed {
  children: Phrasing[];
  colspan: number;
  rowspan: number;
  /** Leading ideographic spaces: how many characters the text is indented. */
  indent: number;
}

/** One or more photos with one caption. */
export interface Figure extends Placed {
  type: 'figure';
  id: string;
  photos: Photo[];
  caption: Phrasing[];
}

export interface Photo extends Placed {
  type: 'photo';
  /** As written in the manuscript. */
  src: string;
  /** Path relative to the volume folder, with `/`. */
  file: string;
  /** `{满版 裁切=中}`: what an editor asks of it. */
  hints: PhotoHints;
  /** 摄影: who took it. */
  credit?: Text;
}

/** Hints in the braces behind a photo; absent where nothing is asked. */
export interface PhotoHints {
  /** 满版: a page of its own, to all its edges. */
  fullBleed?: true;
  /** 通栏: a row of its own. */
  spanning?: true;
  /** 裁切 */
  crop?: PhotoCrop;
  /** 组: figures of one name that follow each other stand on one page. */
  group?: string;
  /** 旋转: degrees clockwise. */
  turn?: 90 | 180 | 270;
}

/** 裁切: the shape to which a photo is cut, as it is seen after turning, and what of it is kept. */
export interface PhotoCrop {
  /** Width ÷ height; absent where the place gives the shape (满版). */
  ratio?: number;
  /** What stays in sight, from 0 (left, top) to 1 (right, foot). */
  focus: { x: number; y: number };
}

export type Phrasing = Text | Strong | Emphasis | Break | IndexMark;

export interface Text extends Placed {
  type: 'text';
  value: string;
}

export interface Strong extends Placed {
  type: 'strong';
  children: Phrasing[];
}

export interface Emphasis extends Placed {
  type: 'emphasis';
  children: Phrasing[];
}

/** `<br>` */
export interface Break extends Placed {
  type: 'break';
}

/** `:索引[放管服改革]{词="…" 下级="…" 见="…" 参见="…"}`, `:索引[李强]{人名}` */
export interface IndexMark extends Placed {
  type: 'mark';
  id: string;
  /** What is printed; empty for `:索引[]{词="…"}`. */
  children: Phrasing[];
  /** The index term: `词`, or the printed words. */
  term: string;
  /** 下级 */
  subterm?: string;
  /** 见 */
  see?: string;
  /** 参见 */
  seeAlso?: string;
  /** 人名: the term is the name of a person. */
  person?: true;
}

export type Node =
  | Volume
  | Part
  | Manuscript
  | Subcategory
  | Entry
  | Section
  | Month
  | ChronicleEvent
  | RosterSystem
  | RosterUnit
  | Post
  | PlateSection
  | Block
  | ListItem
  | Photo
  | Phrasing;
