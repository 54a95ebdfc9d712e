/** PostScript calculator functions (ISO 32000-1, 7.10.5): the small language in which Chromium describes some gradients. */
import { Keyword, Lexer } from '../pdf/lexer.js';
import { PdfError } from '../pdf/pdf-error.js';

type Program = (number | string | Program)[];
type Stack = number[];

/** Compiles a program; what it gives runs it on its arguments and leaves the stack. */
export function compileCalculator(source: Uint8Array): (inputs: readonly number[]) => number[] {
  const lexer = new Lexer(source);
  const first = lexer.next();
  if (!(first instanceof Keyword && first.word === '{')) throw damaged();
  const program = readProgram(lexer);
  return (inputs) => {
    const stack = [...inputs];
    run(program, stack);
    return stack;
  };
}

function damaged(): PdfError {
  return new PdfError('PDF 内容损坏：渐变的算式看不懂。');
}

function readProgram(lexer: Lexer): Program {
  const program: Program = [];
  for (;;) {
    const token = lexer.next();
    if (token === undefined) throw damaged();
    if (typeof token === 'number') program.push(token);
    else if (typeof token === 'boolean') program.push(token ? 1 : 0);
    else if (!(token instanceof Keyword)) throw damaged();
    else if (token.word === '{') program.push(readProgram(lexer));
    else if (token.word === '}') return program;
    else program.push(token.word);
  }
}

function run(program: Program, stack: Stack): void {
  for (const [at, item] of program.entries()) {
    if (typeof item === 'number') stack.push(item);
    else if (typeof item !== 'string') continue;
    else if (item === 'if') {
      if (pop(stack) !== 0) run(program[at - 1] as Program, stack);
    } else if (item === 'ifelse') run(program[pop(stack) !== 0 ? at - 2 : at - 1] as Program, stack);
    else {
      const operate = OPERATORS[item];
      if (!operate) throw damaged();
      operate(stack);
    }
  }
}

function pop(stack: Stack): number {
  const value = stack.pop();
  if (value === undefined) throw damaged();
  return value;
}

type Operate = (stack: Stack) => void;

function unary(compute: (a: number) => number): Operate {
  return (stack) => stack.push(compute(pop(stack)));
}

function binary(compute: (a: number, b: number) => number): Operate {
  return (stack) => {
    const b = pop(stack);
    stack.push(compute(pop(stack), b));
  };
}

const DEGREES = 180 / Math.PI;

/** Truth is 1: programs of colours use `and`, `or` and `not` on comparisons only. */
const OPERATORS: Record<string, Operate> = {
  abs: unary(Math.abs),
  neg: unary((a) => -a),
  ceiling: unary(Math.ceil),
  floor: unary(Math.floor),
  round: unary(Math.round),
  truncate: unary(Math.trunc),
  cvi: unary(Math.trunc),
  cvr: unary((a) => a),
  sqrt: unary(Math.sqrt),
  sin: unary((a) => Math.sin(a / DEGREES)),
  cos: unary((a) => Math.cos(a / DEGREES)),
  ln: unary(Math.log),
  log: unary(Math.log10),
  not: unary((a) => (a === 0 ? 1 : 0)),
  add: binary((a, b) => a + b),
  sub: binary((a, b) => a - b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => a / b),
  idiv: binary((a, b) => Math.trunc(a / b)),
  mod: binary((a, b) => a % b),
  exp: binary((a, b) => a ** b),
  atan: binary((a, b) => (Math.atan2(a, b) * DEGREES + 360) % 360),
  eq: binary((a, b) => Number(a === b)),
  ne: binary((a, b) => Number(a !== b)),
  gt: binary((a, b) => Number(a > b)),
  ge: binary((a, b) => Number(a >= b)),
  lt: binary((a, b) => Number(a < b)),
  le: binary((a, b) => Number(a <= b)),
  and: binary((a, b) => a & b),
  or: binary((a, b) => a | b),
  xor: binary((a, b) => a ^ b),
  bitshift: binary((a, b) => (b < 0 ? a >> -b : a << b)),
  pop: (stack) => {
    pop(stack);
  },
  dup: (stack) => {
    const top = pop(stack);
    stack.push(top, top);
  },
  exch: (stack) => {
    const b = pop(stack);
    const a = pop(stack);
    stack.push(b, a);
  },
  copy: (stack) => {
    const count = pop(stack);
    if (count > 0) stack.push(...stack.slice(-count));
  },
  index: (stack) => {
    stack.push(stack[stack.length - 1 - pop(stack)] ?? 0);
  },
  roll: (stack) => {
    const by = pop(stack);
    const count = pop(stack);
    if (count <= 0) return;
    const items = stack.splice(-count);
    const shift = ((by % count) + count) % count;
    stack.push(...items.slice(count - shift), ...items.slice(0, count - shift));
  },
};
