/** 版权页: what book.yaml says of the publication, under 版权. Every field is a text as it is printed. */
export interface Imprint {
  /** 书号: the ISBN with its hyphens, without the letters ISBN. */
  isbn?: string;
  /** CIP: `中国国家版本馆CIP数据核字（2022）第123456号`. */
  cip?: string;
  /** 责任者: who stands behind the title in the CIP block; the compiler where it is not said. */
  responsibility?: string;
  /** 主题词 and 分类号 of the CIP block. */
  subject?: string;
  classification?: string;
  /** 准印证: the licence of a book that is not published. */
  licence?: string;
  /** 审图号: the approval of the maps. */
  mapApproval?: string;
  /** 主编 */
  editorInChief?: string;
  /** 责任编辑 */
  editor?: string;
  /** 责任校对 */
  proofreader?: string;
  /** 装帧设计 */
  designer?: string;
  /** 责任印制 */
  printSupervisor?: string;
  /** 出版社 */
  publisher?: string;
  /** 出版地 */
  place?: string;
  /** 地址 */
  address?: string;
  /** 邮编 */
  postcode?: string;
  /** 网址 */
  website?: string;
  /** 电话 */
  telephone?: string;
  /** 排版 */
  typesetter?: string;
  /** 印刷 */
  printer?: string;
  /** 经销 */
  distributor?: string;
  /** 开本, where it is not what the trim size says. */
  format?: string;
  /** 印张, where it is not counted. */
  sheets?: string;
  /** 插页 */
  inserts?: string;
  /** 字数, where it is not counted: 560千字. */
  characters?: string;
  /** 版次: 2022年12月第1版 */
  edition?: string;
  /** 印次: 2022年12月第1次印刷 */
  impression?: string;
  /** 印数 */
  copies?: string;
  /** 定价: 198.00元 */
  price?: string;
  /** 声明 */
  statement?: string;
}
