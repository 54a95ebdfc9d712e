/**
 * Words that follow a number closely: measure words and units (GB/T 15835-2011, GB 3100), found by longest match.
 * A wrong word here only makes a break a little dearer; a missing one parts a number from its unit.
 */

/** Measure words of one character, and the short forms that stand as one in yearbooks (3组, 5岁, 12家). */
const MEASURES = `
个名人次项家户口位员件案条起例宗笔单份套台架部辆艘列节班趟座栋幢间所处场片块段层栏格道门扇盏盘盒箱袋包瓶桶罐筐捆束串缸坛
本册卷篇章页版幅张封字句行首则款目期号届回讲课集曲折题问档码稿
支枝根株棵丛粒颗滴头只匹峰羽尾窝群对双副具组批队排连营团师军旅伙帮股派
级等类种样型轮遍番顿餐局步声拳票席床桌铺摊柜
路线站环区县市省州乡镇村社校院厂店馆园亭井眼孔渠闸库池棚圈厢田畦垄沟滩楼室桩柱墩拱跨轴
年月日天周旬季岁载代世夜晚时点分秒刻辈度成倍元毛角厘毫丝
方面边侧端剂服针贴味付任杯枚尊剧幕柄把顶身领阵枪炮弹发堆垛盆炉窑灶棒碗勺
亩顷米尺寸丈里吨斤两克升斗石瓦伏安赫帕卡焦牛立海磅吋
`.replace(/\s/g, '');

/** Measure words and units of several characters. Those made of a measure word and 次, 余 or the like stand beside them. */
const COMPOUNDS = `
人次 人天 人日 人月 人年 户次 家次 件次 项次 辆次 架次 台次 场次 批次 艘次 列次 班次 车次 趟次 床次 例次 期次 门次 篇次 条次 套次 处次 头次 只次 亩次 吨次 道次
台套 台件 台架 件套 份套 套件 册件 卷册 卷件 头只 羽只 只羽 户人 株苗 台班 台时 工日 工时 课时 学时 学分 机时
元钱 块钱 分钱 角钱 人民币 美元 欧元 港元 日元 英镑 卢布 韩元 澳元 法郎 马克 卢比 泰铢
周年 周岁 虚岁 年度 年代 年级 年期 年制 年底 年初 年末 年内 年间 年来 年后 年前 世纪 季度 学年 学期
个月 个季度 个年度 个星期 个小时 个钟头 个工作日 个交易日 个自然日 个昼夜 个百分点 个基点
月份 月底 月初 月末 月中旬 月上旬 月下旬 星期 礼拜 工作日 昼夜 小时 钟头 分钟 秒钟 刻钟 点钟 时许 时整 点整 点半 日内 天内 毫秒 微秒
平方公里 平方千米 平方米 平方分米 平方厘米 平方毫米 平方英尺 平米 平方 立方米 立方厘米 立方分米 立方公里 立方 方土 土方 石方 延米 延长米
公里 千米 分米 厘米 毫米 微米 纳米 英里 海里 英尺 英寸 光年 华里 市里 市尺 公尺 公顷 公亩 市亩
公斤 千克 毫克 微克 公吨 市斤 克拉 盎司 吨级 吨位 吨公里 载重吨 总吨 吨标准煤 吨标煤 标准煤 标煤 毫升 公升 立升 加仑 标准箱 标箱 标方
千瓦时 千瓦小时 千瓦 兆瓦 兆瓦时 吉瓦 吉瓦时 瓦特 瓦时 兆伏安 千伏安 千伏 伏特 千安 毫安 安时 安培 千乏 欧姆 马力 千赫 兆赫 吉赫 赫兹
千帕 兆帕 帕斯卡 千焦 兆焦 吉焦 焦耳 千卡 大卡 卡路里 牛顿 摄氏度 华氏度 分贝 流明 勒克斯 坎德拉 贝克 希沃特 摩尔 毫摩尔 毫米汞柱 大气压 当量
字节 千字节 兆字节 比特 兆比特 像素 线程 帧 转
百分点 千分点 倍多
号楼 号线 号井 号桥 号路 号地 号院 号门 号机 号炉 号公告 号令 号文 号文件 号馆 号厅 号台 号洞 号坑 号点 号泵 号库 号渠 号隧道 号风井 号矿 号矿体 单元
级风 级地震 等奖 等功 等品 类区 类水 类水质
车道 车位 床位 席位 泊位 机位 展位 工位 岗位 铺位 摊位 座位 学位 航班 车皮 车厢 站点 网点
人口 人家 方阵 角度 分之 回合 世代 梯队 门类 学科 大类 小类 路公交 路公交车 路车
`
  .trim()
  .split(/\s+/);

/** Symbols in letters, for the number that a space parts from its unit. */
const SYMBOLS = new Set(
  `m km cm mm dm nm μm µm um g kg mg μg µg ug t kt Mt s ms μs min h d a L l mL ml dL hL W kW MW GW kWh MWh GWh Wh V kV mV A mA kA
  VA kVA MVA Hz kHz MHz GHz Pa kPa MPa hPa J kJ MJ GJ cal kcal N kN mol mmol K C F dB lx lm cd Ω kΩ MΩ bit Mbit Gbit B KB MB GB TB PB Mbps
  Gbps kbps bps ppm ppb pH hm ha hm ac mu rpm r rad eV mmHg Bq Sv mSv Gy pc ton USD RMB CNY EUR px dpi ppi tce kgce
  Nm Mb Gb k M G`.split(/\s+/),
);

/** Marks that stand as units. They may not open a line either (see kinsoku). */
const UNIT_MARKS = /[%％‰‱℃℉°′″㎡㎥㎎㎏㎜㎝㎞㏄#＃]/;

const units = new Set([...MEASURES, ...COMPOUNDS]);
const longest = Math.max(...COMPOUNDS.map((unit) => unit.length));

/** 十, 百, 千, 万, 亿 and the words of rough counting between a number and its unit: 100多万元, 30余人. */
const MAGNITUDE = /[十百千万亿兆]*[多余来几]?[十百千万亿兆]*/y;

/** Where the words end that follow a number closely, or `start` when none does. */
export function endOfUnit(text: string, start: number): number {
  MAGNITUDE.lastIndex = start;
  const counted = start + (MAGNITUDE.exec(text)?.[0].length ?? 0);
  // 5千米 may be 5千 + 米 or 5 + 千米: the reading that reaches furthest is right.
  let end = counted;
  for (let at = counted; at >= start; at -= 1) end = Math.max(end, endOfCompound(text, at));
  // 来 alone is a verb: 20来自.
  return end === counted && text.charAt(end - 1) === '来' ? end - 1 : end;
}

/** Where a unit ends that a space parts from the number before it (5 km, 30 %, 5 个), or `space` when none follows. */
export function endOfSpacedUnit(text: string, space: number): number {
  if (text.charAt(space) !== ' ') return space;
  const end = endOfUnit(text, space + 1);
  if (end > space + 1) return end;
  const symbol = /[A-Za-zμµΩ][A-Za-zμµΩ²³0-9/·^-]*/y;
  symbol.lastIndex = space + 1;
  const written = symbol.exec(text)?.[0] ?? '';
  const known = written !== '' && written.split(/[/·]/).every((part) => SYMBOLS.has(part.replace(/[\^²³0-9-]+$/, '')));
  return known ? space + 1 + written.length : space;
}

/** A unit, and one more after each solidus: 元/吨, 微克/立方米. */
function endOfCompound(text: string, start: number): number {
  let end = endOfOne(text, start);
  while (end > start && /[/／]/.test(text.charAt(end)) && endOfOne(text, end + 1) > end + 1)
    end = endOfOne(text, end + 1);
  return end;
}

function endOfOne(text: string, start: number): number {
  if (UNIT_MARKS.test(text.charAt(start))) return start + 1;
  for (let length = longest; length > 0; length -= 1) {
    if (start + length <= text.length && units.has(text.slice(start, start + length))) return start + length;
  }
  return start;
}
