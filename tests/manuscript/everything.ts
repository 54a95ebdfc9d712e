/** Small manuscripts that hold every construct of their 体裁: for the tests that cut, compare and break them. */

export const EVERYTHING = `---
类目: 农业
分目: 农业农村
供稿: 李强
单位: 测试县农业农村局
---

概述一段，有**粗体**、*斜体*、上<br>下和:索引[放管服改革]{词="改革" 下级="农业" 参见="甲"}。

【甲】全县收粮10万吨，占 GDP 的 5%，
增长 3~5 个点（2.6:77.6:19.8）。

**【乙】**　关于修订<测试县办法>的通知。

- 一
- 二

3. 三
4. 四

## 种植业

### 丙

　　正文。

**表1　产值**

单位：亿元

| 指标 | > | 2021年 |
| --- | :-: | ---: |
| ^ | 数量 | 增长% |
| 　小麦 | 1 | a\\|b<br>c |
| 玉米 | ^ |  |

### 丁

![](photos/01.jpg)

![](photos/02.jpg) ![麦田](photos/03.jpg){满版 裁切=中}

结尾 https://example.com/a_b 和 \\*星号\\* &amp; 10:30。
`;

export const CHRONICLE = `---
类目: 大事记
体裁: 大事记
---

## 1月

6日　甲。

会议指出，乙。

7日—8日　丙。

△　丁。

是月　戊。

## 2月

1日　己。
`;

export const ROSTER = `---
类目: 附录
体裁: 名录
标题: 名录
---

## 党委

- 书记：李　强（女，任至8月（含））；王芳
- 副书记:赵一(挂职)

### 办公室

- 主任：孙二
`;

export const DOCUMENT = `---
类目: 附录
分目: 文件辑存
体裁: 文件
标题: 办法
文号: 测政发〔2021〕5号
日期: 2021年6月4日
---

## 文件辑存

第一条　甲。

## 第一章　总则

第二条　乙：

（一）丙；

### 第一节

第三条　丁。
`;

export const PLATES = `---
类目: 卷首
体裁: 彩页
---

## 农业

![麦田](photos/01.jpg)

![](photos/02.jpg)

![“果园”:索引[采摘]](photos/03.jpg){通栏 摄影="李强"}
`;

export const SAMPLES = { EVERYTHING, CHRONICLE, ROSTER, DOCUMENT, PLATES };
