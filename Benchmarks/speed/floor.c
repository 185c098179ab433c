/* What the machine charges for a site, with no work of ours in it: files read, Markdown parsed by cmark-gfm, HTML written.
 *
 * cc -O2 -pthread floor.c -o floor -lcmark-gfm -lcmark-gfm-extensions
 * floor MODE CONTENT [OUT [THREADS]]
 *   stat   find every .md file and ask for its size
 *   read   read every file
 *   write  read every file, write it below OUT as it is
 *   parse  read every file, parse it with the extensions of GitHub
 *   full   parse, render, write OUT/....html
 * PAD=N in the environment adds N bytes to every written file, for what a template puts round the text.
 * Prints files, bytes read and bytes written. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <fts.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

enum mode { STAT, READ, WRITE, PARSE, FULL, MODES };
static const char *const names[MODES] = {"stat", "read", "write", "parse", "full"};
static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};

static enum mode mode;
static char **paths, *padding;
static const char *out;
static size_t count, room, prefix, pad;
static atomic_size_t taken, bytes_read, bytes_written;

static void fail(const char *what) {
  perror(what);
  exit(2);
}

static int by_name(const FTSENT **a, const FTSENT **b) { return strcmp((*a)->fts_name, (*b)->fts_name); }

static void find(char *root) {
  FTS *tree = fts_open((char *[]){root, NULL}, FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, by_name);
  if (!tree) fail(root);
  for (FTSENT *entry; (entry = fts_read(tree));) {
    if (entry->fts_info == FTS_D && out) {
      char folder[4096];
      snprintf(folder, sizeof folder, "%s%s", out, entry->fts_path + prefix);
      mkdir(folder, 0777);
    }
    if (entry->fts_info == FTS_D || entry->fts_info == FTS_DP) continue;
    if (entry->fts_namelen < 3 || strcmp(entry->fts_name + entry->fts_namelen - 3, ".md")) continue;
    if (count == room && !(paths = realloc(paths, (room = room ? 2 * room : 4096) * sizeof *paths))) fail("memory");
    paths[count++] = strdup(entry->fts_path);
  }
  fts_close(tree);
}

static char *contents(const char *path, size_t *length) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail(path);
  char *text = malloc(status.st_size + 1);
  ssize_t got = read(file, text, status.st_size);
  if (got < 0) fail(path);
  close(file);
  text[*length = got] = 0;
  return text;
}

static void save(const char *path, const char *suffix, char *text, size_t length) {
  char target[4096];
  snprintf(target, sizeof target, "%s%s%s", out, path + prefix, suffix);
  int file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  struct iovec parts[2] = {{text, length}, {padding, pad}};
  ssize_t put = file < 0 ? -1 : writev(file, parts, pad ? 2 : 1);
  if (put != (ssize_t)(length + pad)) fail(target);
  close(file);
  bytes_written += put;
}

static const char *body(const char *text) {
  const char *end = strncmp(text, "---\n", 4) ? NULL : strstr(text + 4, "\n---\n");
  return end ? end + 5 : text;
}

static void handle(const char *path) {
  if (mode == STAT) {
    struct stat status;
    if (stat(path, &status)) fail(path);
    bytes_read += status.st_size;
    return;
  }
  size_t length;
  char *text = contents(path, &length);
  bytes_read += length;
  if (mode == WRITE) save(path, "", text, length);
  if (mode >= PARSE) {
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    const char *start = body(text);
    cmark_parser_feed(parser, start, text + length - start);
    cmark_node *document = cmark_parser_finish(parser);
    if (mode == FULL) {
      char *html = cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
      save(path, ".html", html, strlen(html));
      free(html);
    }
    cmark_node_free(document);
    cmark_parser_free(parser);
  }
  free(text);
}

static void *work(void *unused) {
  for (size_t i; (i = taken++) < count;) handle(paths[i]);
  return unused;
}

int main(int argc, char **argv) {
  while (argc > 1 && mode < MODES && strcmp(argv[1], names[mode])) mode++;
  out = argc > 3 ? argv[3] : NULL;
  if (argc < 3 || argc > 5 || mode == MODES || ((mode == WRITE || mode == FULL) && !out)) {
    fprintf(stderr, "usage: floor stat|read|write|parse|full CONTENT [OUT [THREADS]]\n");
    return 2;
  }
  if (getenv("PAD") && (pad = strtoul(getenv("PAD"), NULL, 10))) padding = memset(malloc(pad), ' ', pad);
  size_t threads = argc > 4 ? strtoul(argv[4], NULL, 10) : 1;
  prefix = strlen(argv[2]);
  cmark_gfm_core_extensions_ensure_registered();
  find(argv[2]);
  pthread_t others[64];
  if (threads > 64) threads = 64;
  for (size_t i = 1; i < threads; i++) if (pthread_create(others + i, NULL, work, NULL)) fail("thread");
  work(NULL);
  for (size_t i = 1; i < threads; i++) pthread_join(others[i], NULL);
  printf("%zu files, %zu bytes read, %zu bytes written\n", count, (size_t)bytes_read, (size_t)bytes_written);
}
