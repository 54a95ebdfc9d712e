/** 书号: the ISBN of thirteen digits and its check digit (GB/T 5795—2006, ISO 2108). */

/** The check digit that belongs behind twelve digits: weights 1 and 3 in turn, made up to a multiple of ten. */
export function checkDigit(twelve: string): number {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

/** What is wrong with an ISBN and how to mend it; nothing where it is in order. */
export function faultOfIsbn(isbn: string): { reason: string; remedy: string } | undefined {
  const form = '写成 书号: 978-7-5144-1234-5 的样子，数字和连字符都用半角';
  if (!/^[\d-]+$/u.test(isbn)) return { reason: `书号“${isbn}”里有数字和连字符以外的字`, remedy: form };
  const digits = isbn.replaceAll('-', '');
  if (digits.length !== 13) {
    return { reason: `书号应当是13位数字，“${isbn}”是${digits.length}位`, remedy: '对照书号实名申领单补齐' };
  }
  if (!/^97[89]/u.test(digits)) return { reason: `书号应当以978或979开头，现在是“${isbn}”`, remedy: form };
  if (isbn.includes('-') && !/^\d+-\d+-\d+-\d+-\d$/u.test(isbn)) {
    return { reason: `书号应当用四个连字符分成五段，现在是“${isbn}”`, remedy: form };
  }
  const right = checkDigit(digits.slice(0, 12));
  if (digits.endsWith(String(right))) return undefined;
  return {
    reason: `书号“${isbn}”的校验码不对：末位是${digits.at(-1)}，按前12位应当是${right}`,
    remedy: `如果前12位没有抄错，改成 ${isbn.slice(0, -1)}${right}；否则对照书号实名申领单核对`,
  };
}
