// cmark-gfm and its extensions, as Swift sees them.
#ifndef HEXAPLA_CCMARKGFM_H
#define HEXAPLA_CCMARKGFM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <stdbool.h>

/// Registers the extensions and parses once, so that the process-wide table of special characters is
/// complete before any other thread parses. Call it before the first parser; any thread may, any number of times.
void hexapla_cmark_prepare(void);

/// A parser with strikethrough, autolinks, task lists, footnotes and, where asked, tables attached.
/// The caller frees it with cmark_parser_free.
cmark_parser *hexapla_cmark_parser(int options, bool tables);

/// The types of nodes. cmark-gfm numbers those of its extensions when they register.
typedef enum {
  HEXAPLA_DOCUMENT, HEXAPLA_BLOCK_QUOTE, HEXAPLA_LIST, HEXAPLA_ITEM, HEXAPLA_CODE_BLOCK, HEXAPLA_HTML_BLOCK,
  HEXAPLA_PARAGRAPH, HEXAPLA_HEADING, HEXAPLA_THEMATIC_BREAK, HEXAPLA_FOOTNOTE_DEFINITION, HEXAPLA_TABLE,
  HEXAPLA_TABLE_ROW, HEXAPLA_TABLE_CELL, HEXAPLA_TEXT, HEXAPLA_SOFT_BREAK, HEXAPLA_LINE_BREAK, HEXAPLA_CODE,
  HEXAPLA_HTML_INLINE, HEXAPLA_EMPHASIS, HEXAPLA_STRONG, HEXAPLA_LINK, HEXAPLA_IMAGE, HEXAPLA_FOOTNOTE_REFERENCE,
  HEXAPLA_STRIKETHROUGH, HEXAPLA_OTHER
} hexapla_node_kind;

hexapla_node_kind hexapla_cmark_kind(cmark_node *node);

/// 0 for an item that is no task, 1 for an open task, 2 for a finished one.
int hexapla_cmark_task(cmark_node *item);

/// True where the row is the header of its table.
bool hexapla_cmark_is_header(cmark_node *row);

#endif
