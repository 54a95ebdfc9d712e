/** Names (姓名) as lists print them: a name of two characters is set as wide as one of three. */

const HAN_OF_TWO = /^\p{Script=Han}{2}$/u;

/** Sets a word of two characters as wide as one of three: 李强 → 李　强, 主任 → 主　任. */
export function padName(name: string): string {
  if (!HAN_OF_TWO.test(name)) return name;
  const [first, last] = [...name];
  return `${first}\u3000${last}`;
}

const NAME_SEPARATOR = /([、，,；;\s]+)/u;

/** Pads the names of a field in which departments may stand too (供稿, 作者): 李强、妇联 → 李　强、妇联. */
export function padNames(field: string): string {
  return field
    .split(NAME_SEPARATOR)
    .map((word) => (isPerson(word) ? padName(word) : word))
    .join('');
}

/** Whether two characters are rather the name of a person than of an office. Both may begin with a surname: 党办, 武装. */
function isPerson(word: string): boolean {
  const [first, last] = [...word];
  if (!first || !last || !SURNAMES.has(first)) return false;
  return !OFFICE_ENDINGS.has(last) && !OFFICES.has(word);
}

/** Single surnames in use, by frequency (公安部 2021年 list), then the rarer ones of 百家姓. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由厍生潭弭先香祁谯蔚苍蹇锁雒把火脱朵拓者才毋仉达年操'.match(
    /./gu,
  ) ?? [],
);

/** What the short name of an office ends in: 党办, 文联, 公安局. */
const OFFICE_ENDINGS = new Set('办局委会院科室处站所队校部厅社联协馆台署司库厂镇乡村县区市街网行团'.match(/./gu) ?? []);

/** Short names of offices that begin like a person's. */
const OFFICES = new Set(
  '应急 武装 卫生 卫健 金融 林业 林草 农业 农牧 农机 水利 水务 文化 文体 文旅 文广 文物 民政 财政 国土 国资 国税 公安 安监 司法 宣传 商务 计生 路政 审计 统计 信访 纪检 经信 监察 气象 温泉 党史 党建 史志 方志 邮政 电信 交通 石油 华能 华电'.split(
    ' ',
  ),
);
