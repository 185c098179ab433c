#include "CGit2.h"
#include <dlfcn.h>
#include <git2.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define LIBRARY "libgit2.so." LIBGIT2_SOVERSION

// Each is declared as git2.h declares the function of its name: a changed signature does not compile.
static struct {
  __typeof__(&git_libgit2_init) git_libgit2_init;
  __typeof__(&git_libgit2_shutdown) git_libgit2_shutdown;
  __typeof__(&git_error_last) git_error_last;
  __typeof__(&git_repository_open_ext) git_repository_open_ext;
  __typeof__(&git_repository_free) git_repository_free;
  __typeof__(&git_repository_workdir) git_repository_workdir;
  __typeof__(&git_repository_is_shallow) git_repository_is_shallow;
  __typeof__(&git_repository_odb) git_repository_odb;
  __typeof__(&git_revparse_single) git_revparse_single;
  __typeof__(&git_object_peel) git_object_peel;
  __typeof__(&git_object_free) git_object_free;
  __typeof__(&git_commit_id) git_commit_id;
  __typeof__(&git_commit_tree_id) git_commit_tree_id;
  __typeof__(&git_commit_lookup) git_commit_lookup;
  __typeof__(&git_commit_free) git_commit_free;
  __typeof__(&git_commit_time) git_commit_time;
  __typeof__(&git_commit_parentcount) git_commit_parentcount;
  __typeof__(&git_commit_parent_id) git_commit_parent_id;
  __typeof__(&git_merge_base) git_merge_base;
  __typeof__(&git_tree_lookup) git_tree_lookup;
  __typeof__(&git_tree_free) git_tree_free;
  __typeof__(&git_tree_entrycount) git_tree_entrycount;
  __typeof__(&git_tree_entry_byindex) git_tree_entry_byindex;
  __typeof__(&git_tree_entry_name) git_tree_entry_name;
  __typeof__(&git_tree_entry_filemode_raw) git_tree_entry_filemode_raw;
  __typeof__(&git_tree_entry_id) git_tree_entry_id;
  __typeof__(&git_odb_read_header) git_odb_read_header;
  __typeof__(&git_odb_free) git_odb_free;
  __typeof__(&git_blob_lookup) git_blob_lookup;
  __typeof__(&git_blob_free) git_blob_free;
  __typeof__(&git_blob_rawcontent) git_blob_rawcontent;
  __typeof__(&git_blob_rawsize) git_blob_rawsize;
} git;
static bool loaded;

static void shut_down(void) { git.git_libgit2_shutdown(); }

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) return;
  bool complete = true;
#define BIND(name)                                                             \
  do {                                                                         \
    void *symbol = dlsym(library, #name);                                      \
    complete = complete && symbol != NULL;                                     \
    memcpy(&git.name, &symbol, sizeof symbol);                                 \
  } while (0)
  BIND(git_libgit2_init);
  BIND(git_libgit2_shutdown);
  BIND(git_error_last);
  BIND(git_repository_open_ext);
  BIND(git_repository_free);
  BIND(git_repository_workdir);
  BIND(git_repository_is_shallow);
  BIND(git_repository_odb);
  BIND(git_revparse_single);
  BIND(git_object_peel);
  BIND(git_object_free);
  BIND(git_commit_id);
  BIND(git_commit_tree_id);
  BIND(git_commit_lookup);
  BIND(git_commit_free);
  BIND(git_commit_time);
  BIND(git_commit_parentcount);
  BIND(git_commit_parent_id);
  BIND(git_merge_base);
  BIND(git_tree_lookup);
  BIND(git_tree_free);
  BIND(git_tree_entrycount);
  BIND(git_tree_entry_byindex);
  BIND(git_tree_entry_name);
  BIND(git_tree_entry_filemode_raw);
  BIND(git_tree_entry_id);
  BIND(git_odb_read_header);
  BIND(git_odb_free);
  BIND(git_blob_lookup);
  BIND(git_blob_free);
  BIND(git_blob_rawcontent);
  BIND(git_blob_rawsize);
  if (!complete || git.git_libgit2_init() < 1) return;
  loaded = true;
  atexit(shut_down);
}

static bool available(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return loaded;
}

const char *hexapla_git_library(void) { return LIBRARY; }

const char *hexapla_git_message(void) {
  const git_error *error = available() ? git.git_error_last() : NULL;
  return error != NULL && error->message != NULL ? error->message : "unknown error";
}

static hexapla_git_result result(int code) {
  switch (code) {
  case GIT_OK: return HEXAPLA_GIT_DONE;
  case GIT_ENOTFOUND:
  case GIT_EUNBORNBRANCH:
  case GIT_EINVALIDSPEC: return HEXAPLA_GIT_NOT_FOUND;
  case GIT_EOWNER: return HEXAPLA_GIT_NOT_OWNED;
  case GIT_EAMBIGUOUS: return HEXAPLA_GIT_AMBIGUOUS;
  case GIT_EPEEL: return HEXAPLA_GIT_WRONG_KIND;
  default: return HEXAPLA_GIT_FAILED;
  }
}

_Static_assert(GIT_OID_RAWSZ == 20, "an id is a SHA-1");

static hexapla_git_id from_oid(const git_oid *oid) {
  hexapla_git_id id;
  memcpy(&id.first, oid->id, 8);
  memcpy(&id.second, oid->id + 8, 8);
  memcpy(&id.third, oid->id + 16, 4);
  return id;
}

static git_oid to_oid(hexapla_git_id id) {
  git_oid oid;
  memcpy(oid.id, &id.first, 8);
  memcpy(oid.id + 8, &id.second, 8);
  memcpy(oid.id + 16, &id.third, 4);
  return oid;
}

static git_repository *opened(hexapla_git_repository *repository) { return (git_repository *)repository; }

hexapla_git_result hexapla_git_open(const char *folder, hexapla_git_repository **repository) {
  *repository = NULL;
  if (!available()) return HEXAPLA_GIT_NO_LIBRARY;
  git_repository *found = NULL;
  int code = git.git_repository_open_ext(&found, folder, 0, NULL);
  *repository = (hexapla_git_repository *)found;
  // libgit2 1.5 finds the repository of another user, looks for `safe.directory`, and says that it did not find that.
  const git_error *error = code == GIT_ENOTFOUND ? git.git_error_last() : NULL;
  return error != NULL && error->klass == GIT_ERROR_CONFIG ? HEXAPLA_GIT_NOT_OWNED : result(code);
}

void hexapla_git_close(hexapla_git_repository *repository) { git.git_repository_free(opened(repository)); }

const char *hexapla_git_working_folder(hexapla_git_repository *repository) { return git.git_repository_workdir(opened(repository)); }

bool hexapla_git_is_shallow(hexapla_git_repository *repository) { return git.git_repository_is_shallow(opened(repository)) == 1; }

hexapla_git_result hexapla_git_commit(hexapla_git_repository *repository, const char *revision, hexapla_git_id *commit, hexapla_git_id *tree) {
  git_object *named = NULL;
  git_object *peeled = NULL;
  int code = git.git_revparse_single(&named, opened(repository), revision);
  if (code == GIT_OK) code = git.git_object_peel(&peeled, named, GIT_OBJECT_COMMIT);
  // A tree or a blob has no commit behind it; libgit2 calls that an invalid request.
  if (named != NULL && code == GIT_EINVALIDSPEC) code = GIT_EPEEL;
  if (code == GIT_OK) {
    const git_commit *found = (const git_commit *)peeled;
    *commit = from_oid(git.git_commit_id(found));
    *tree = from_oid(git.git_commit_tree_id(found));
  }
  git.git_object_free(peeled);
  git.git_object_free(named);
  return result(code);
}

hexapla_git_result hexapla_git_parent(hexapla_git_repository *repository, hexapla_git_id commit, hexapla_git_id *parent, int64_t *seconds) {
  git_oid oid = to_oid(commit);
  git_commit *found = NULL;
  int code = git.git_commit_lookup(&found, opened(repository), &oid);
  if (code != GIT_OK) return result(code);
  *seconds = (int64_t)git.git_commit_time(found);
  bool has_parent = git.git_commit_parentcount(found) > 0;
  if (has_parent) *parent = from_oid(git.git_commit_parent_id(found, 0));
  git.git_commit_free(found);
  return has_parent ? HEXAPLA_GIT_DONE : HEXAPLA_GIT_NOT_FOUND;
}

hexapla_git_result hexapla_git_merge_base(
    hexapla_git_repository *repository, hexapla_git_id one, hexapla_git_id other, hexapla_git_id *base) {
  git_oid a = to_oid(one);
  git_oid b = to_oid(other);
  git_oid found;
  int code = git.git_merge_base(&found, opened(repository), &a, &b);
  if (code == GIT_OK) *base = from_oid(&found);
  return result(code);
}

hexapla_git_result hexapla_git_list(
    hexapla_git_repository *repository, hexapla_git_id tree, void *context,
    void (*visit)(void *context, const char *name, uint32_t mode, hexapla_git_id id)) {
  git_oid oid = to_oid(tree);
  git_tree *found = NULL;
  int code = git.git_tree_lookup(&found, opened(repository), &oid);
  if (code != GIT_OK) return result(code);
  size_t count = git.git_tree_entrycount(found);
  for (size_t i = 0; i < count; i++) {
    const git_tree_entry *entry = git.git_tree_entry_byindex(found, i);
    if (entry == NULL) continue;
    visit(context, git.git_tree_entry_name(entry), (uint32_t)git.git_tree_entry_filemode_raw(entry), from_oid(git.git_tree_entry_id(entry)));
  }
  git.git_tree_free(found);
  return HEXAPLA_GIT_DONE;
}

hexapla_git_result hexapla_git_size(hexapla_git_repository *repository, hexapla_git_id blob, uint64_t *size) {
  git_oid oid = to_oid(blob);
  git_odb *objects = NULL;
  size_t length = 0;
  git_object_t kind = GIT_OBJECT_INVALID;
  int code = git.git_repository_odb(&objects, opened(repository));
  if (code == GIT_OK) code = git.git_odb_read_header(&length, &kind, objects, &oid);
  git.git_odb_free(objects);
  if (code != GIT_OK) return result(code);
  *size = length;
  return kind == GIT_OBJECT_BLOB ? HEXAPLA_GIT_DONE : HEXAPLA_GIT_WRONG_KIND;
}

hexapla_git_result hexapla_git_read(hexapla_git_repository *repository, hexapla_git_id blob, uint8_t *buffer, size_t capacity, size_t *count) {
  git_oid oid = to_oid(blob);
  git_blob *found = NULL;
  *count = 0;
  int code = git.git_blob_lookup(&found, opened(repository), &oid);
  if (code != GIT_OK) return result(code);
  size_t size = (size_t)git.git_blob_rawsize(found);
  *count = size < capacity ? size : capacity;
  if (*count > 0) memcpy(buffer, git.git_blob_rawcontent(found), *count);
  git.git_blob_free(found);
  return HEXAPLA_GIT_DONE;
}
