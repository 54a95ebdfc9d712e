/**
 * The grammar of manuscripts: CommonMark with what a yearbook needs, and without what departments never mean.
 *
 * Added: tables of GFM (nothing else of GFM: `3~5` and web addresses stay as typed), emphasis that closes before
 * Chinese marks, and one directive, `:索引[…]{…}`. Any other colon stays a colon.
 *
 * Taken out: indented code (departments indent paragraphs by four spaces), headings by underlines, link
 * definitions, automatic links, HTML blocks. What is left of HTML and links is reported by `unsupported.ts`.
 */
import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import { decodeString } from 'micromark-util-decode-string';
import type { Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

const COLON = 58;
/** `:索引` and the bracket or brace that must follow. */
const MARK_NAME = [COLON, '索'.charCodeAt(0), '引'.charCodeAt(0)];
const MARK_OPENERS = [91, 123];

const DISABLED = ['codeIndented', 'setextUnderline', 'htmlFlow', 'definition', 'autolink'];

/** The plugin that gives remark the grammar described above. */
function manuscriptMarkdown(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [gfmTable(), cjkFriendlyExtension(), indexMarkOnly(), { disable: { null: DISABLED } }];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown(), directiveFromMarkdown()];
}

/** The text directive of micromark, let through only where `:索引[` or `:索引{` stands. */
function indexMarkOnly(): Extension {
  const known = directive().text?.[COLON];
  const construct = (Array.isArray(known) ? known[0] : known) as Construct;
  const name: Construct = { tokenize: tokenizeMarkName, partial: true };
  const tokenize: Tokenizer = function (effects, ok, nok) {
    return effects.check(name, construct.tokenize.call(this, effects, ok, nok), nok);
  };
  return { text: { [COLON]: { ...construct, tokenize } } };
}

const tokenizeMarkName: Tokenizer = (effects, ok, nok) => {
  let index = 0;
  const next: State = (code) => {
    if (index === MARK_NAME.length) {
      effects.exit('data');
      return code !== null && MARK_OPENERS.includes(code) ? ok(code) : nok(code);
    }
    if (code !== MARK_NAME[index]) return nok(code);
    index += 1;
    effects.consume(code);
    return next;
  };
  return (code) => {
    effects.enter('data');
    return next(code);
  };
};

const processor = unified().use(remarkParse).use(manuscriptMarkdown).freeze();

/** Parses Markdown with the whole grammar; positions are those of `source`. */
export function parseWithGrammar(source: string): Root {
  return processor.parse(source);
}

/** Text as typed → text as meant: without escapes and with character references (`&amp;`) decoded. */
export function decodeText(typed: string): string {
  return decodeString(typed);
}
