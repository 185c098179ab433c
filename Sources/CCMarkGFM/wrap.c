#include "CCMarkGFM.h"
#include <pthread.h>
#include <stdint.h>
#include <string.h>

// cmark-gfm keeps the characters that its extensions claim ('~', ':', 'w') in one table for the whole
// process, adds them when a parser starts and removes them when it ends. With two parsers on two
// threads, the first to end disarms the other, which then reads '~~' or 'www.' as plain text. Never
// removing them makes parsing thread-safe: every parser here has the same extensions attached, so the
// table is the same for all of them, and it is filled once by hexapla_cmark_prepare.
void __wrap_cmark_inlines_remove_special_character(unsigned char c, int emphasis) {
  (void)c;
  (void)emphasis;
}

// CommonMark's flanking rule (0.31.2, section 6.2) asks what stands on either side of a run of '*': punctuation
// inside *blocks* the run unless white space or punctuation outside *rescues* it. Chinese and Japanese write no
// spaces, so that '**重要。**次' and 'で**[顧客]**を' keep their asterisks. The amendment known as CJK-friendly
// emphasis, applied here: CJK punctuation does not block, and any CJK character rescues.
//
// Both questions go through the same function. They are told apart by the order in which cmark-gfm asks, for each
// flank: is_space(inside), is_punctuation(inside) [blocks?], is_space(outside), is_punctuation(outside) [rescues?],
// where an answer can end the sequence early.
static bool is_cjk(int32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xA960 && c <= 0xA97F) ||
         (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static _Thread_local enum { IDLE, ASKED_SPACE_INSIDE, BLOCKED, ASKED_SPACE_OUTSIDE } flank = IDLE;

// Reads the characters on either side before the questions are asked, so a sequence starts here: whatever others
// asked before (the autolink extension asks about host names) is forgotten.
int __real_cmark_utf8proc_iterate(const uint8_t *text, bufsize_t length, int32_t *c);
int __wrap_cmark_utf8proc_iterate(const uint8_t *text, bufsize_t length, int32_t *c) {
  flank = IDLE;
  return __real_cmark_utf8proc_iterate(text, length, c);
}

int __real_cmark_utf8proc_is_space(int32_t c);
int __wrap_cmark_utf8proc_is_space(int32_t c) {
  flank = flank == BLOCKED ? ASKED_SPACE_OUTSIDE : ASKED_SPACE_INSIDE;
  return __real_cmark_utf8proc_is_space(c);
}

int __real_cmark_utf8proc_is_punctuation(int32_t c);
int __wrap_cmark_utf8proc_is_punctuation(int32_t c) {
  int punctuation = __real_cmark_utf8proc_is_punctuation(c);
  if (flank == ASKED_SPACE_OUTSIDE) {
    flank = IDLE;
    return punctuation || is_cjk(c);
  }
  punctuation = punctuation && !is_cjk(c);
  flank = punctuation && flank == ASKED_SPACE_INSIDE ? BLOCKED : IDLE;
  return punctuation;
}

// A tag that never ends is looked for from each '<' to the end of the paragraph: '<?' repeated takes quadratic time in
// this version. What is known to have no end is not looked for again in the same run of inlines.
int __real__scan_html_tag(const unsigned char *p);
void __real_cmark_parse_inlines(void *parser, void *parent, void *references, int options);

enum { PROCESSING, DECLARATION, CDATA, COMMENT, TAG_KINDS };
static const char *const tag_ends[TAG_KINDS] = {"?>", ">", "]]>", "-->"};
static _Thread_local bool has_no_end[TAG_KINDS];

void __wrap_cmark_parse_inlines(void *parser, void *parent, void *references, int options) {
  memset(has_no_end, 0, sizeof has_no_end);
  __real_cmark_parse_inlines(parser, parent, references, options);
}

// `p` points behind the '<'; the text ends with a NUL.
int __wrap__scan_html_tag(const unsigned char *p) {
  if (*p != '?' && *p != '!') return __real__scan_html_tag(p);
  int kind = *p == '?' ? PROCESSING : p[1] == '[' ? CDATA : p[1] == '-' ? COMMENT : DECLARATION;
  if (has_no_end[kind]) return 0;
  if (strstr((const char *)p + 1, tag_ends[kind]) == NULL) {
    has_no_end[kind] = true;
    return 0;
  }
  return __real__scan_html_tag(p);
}

static const char *const extension_names[] = {"strikethrough", "autolink", "tasklist", "table"};

cmark_parser *hexapla_cmark_parser(int options, bool tables) {
  cmark_parser *parser = cmark_parser_new(options | CMARK_OPT_FOOTNOTES);
  for (size_t i = 0; i + (tables ? 0 : 1) < sizeof extension_names / sizeof *extension_names; i++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(extension_names[i]);
    if (extension != NULL) {
      cmark_parser_attach_syntax_extension(parser, extension);
    }
  }
  return parser;
}

static void prepare(void) {
  cmark_gfm_core_extensions_ensure_registered();
  static const char sample[] = "~~a~~ www.example.org\n";
  cmark_parser *parser = hexapla_cmark_parser(CMARK_OPT_DEFAULT, true);
  cmark_parser_feed(parser, sample, sizeof sample - 1);
  cmark_node_free(cmark_parser_finish(parser));
  cmark_parser_free(parser);
}

void hexapla_cmark_prepare(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, prepare);
}

// Exported by the extensions' library, but declared in no installed header.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

hexapla_node_kind hexapla_cmark_kind(cmark_node *node) {
  cmark_node_type type = cmark_node_get_type(node);
  switch (type) {
  case CMARK_NODE_DOCUMENT: return HEXAPLA_DOCUMENT;
  case CMARK_NODE_BLOCK_QUOTE: return HEXAPLA_BLOCK_QUOTE;
  case CMARK_NODE_LIST: return HEXAPLA_LIST;
  case CMARK_NODE_ITEM: return HEXAPLA_ITEM;
  case CMARK_NODE_CODE_BLOCK: return HEXAPLA_CODE_BLOCK;
  case CMARK_NODE_HTML_BLOCK: return HEXAPLA_HTML_BLOCK;
  case CMARK_NODE_PARAGRAPH: return HEXAPLA_PARAGRAPH;
  case CMARK_NODE_HEADING: return HEXAPLA_HEADING;
  case CMARK_NODE_THEMATIC_BREAK: return HEXAPLA_THEMATIC_BREAK;
  case CMARK_NODE_FOOTNOTE_DEFINITION: return HEXAPLA_FOOTNOTE_DEFINITION;
  case CMARK_NODE_TEXT: return HEXAPLA_TEXT;
  case CMARK_NODE_SOFTBREAK: return HEXAPLA_SOFT_BREAK;
  case CMARK_NODE_LINEBREAK: return HEXAPLA_LINE_BREAK;
  case CMARK_NODE_CODE: return HEXAPLA_CODE;
  case CMARK_NODE_HTML_INLINE: return HEXAPLA_HTML_INLINE;
  case CMARK_NODE_EMPH: return HEXAPLA_EMPHASIS;
  case CMARK_NODE_STRONG: return HEXAPLA_STRONG;
  case CMARK_NODE_LINK: return HEXAPLA_LINK;
  case CMARK_NODE_IMAGE: return HEXAPLA_IMAGE;
  case CMARK_NODE_FOOTNOTE_REFERENCE: return HEXAPLA_FOOTNOTE_REFERENCE;
  default: break;
  }
  if (type == CMARK_NODE_TABLE) return HEXAPLA_TABLE;
  if (type == CMARK_NODE_TABLE_ROW) return HEXAPLA_TABLE_ROW;
  if (type == CMARK_NODE_TABLE_CELL) return HEXAPLA_TABLE_CELL;
  if (type == CMARK_NODE_STRIKETHROUGH) return HEXAPLA_STRIKETHROUGH;
  return HEXAPLA_OTHER;
}

int hexapla_cmark_task(cmark_node *item) {
  const char *name = cmark_node_get_type_string(item);
  if (name == NULL || strcmp(name, "tasklist") != 0) return 0;
  return cmark_gfm_extensions_get_tasklist_item_checked(item) ? 2 : 1;
}

bool hexapla_cmark_is_header(cmark_node *row) { return cmark_gfm_extensions_get_table_row_is_header(row) != 0; }
