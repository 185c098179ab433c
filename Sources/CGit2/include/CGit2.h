// The few calls of libgit2 that Hexapla reads a repository with; none of them writes. libgit2 is loaded on first use, because
// binding it costs more than a whole small run; the header leaves <git2.h> out, so that nothing else can be called.
#ifndef HEXAPLA_CGIT2_H
#define HEXAPLA_CGIT2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A git_repository. One thread at a time may use it.
typedef struct hexapla_git_repository hexapla_git_repository;

/// The 20 bytes of an object's SHA-1, as numbers: Swift can compare and hash those.
typedef struct {
  uint64_t first;
  uint64_t second;
  uint32_t third;
} hexapla_git_id;

typedef enum {
  HEXAPLA_GIT_DONE,
  /// The libgit2 that this was compiled against cannot be loaded.
  HEXAPLA_GIT_NO_LIBRARY,
  HEXAPLA_GIT_NOT_FOUND,
  /// The repository belongs to another user (`safe.directory`).
  HEXAPLA_GIT_NOT_OWNED,
  /// An abbreviated id that several objects have.
  HEXAPLA_GIT_AMBIGUOUS,
  /// What was named is of another kind: a blob instead of a commit, a commit instead of a blob.
  HEXAPLA_GIT_WRONG_KIND,
  /// Anything else; `hexapla_git_message` says what.
  HEXAPLA_GIT_FAILED,
} hexapla_git_result;

/// The soname that is looked for, as in "libgit2.so.1.5".
const char *hexapla_git_library(void);

/// What libgit2 says of the last call that failed on this thread; never NULL.
const char *hexapla_git_message(void);

/// Opens the repository that holds a folder: above it, a bare one, or the one of a worktree.
hexapla_git_result hexapla_git_open(const char *folder, hexapla_git_repository **repository);
void hexapla_git_close(hexapla_git_repository *repository);

/// The folder of the working tree with a slash at its end; NULL for a bare repository. Owned by the repository.
const char *hexapla_git_working_folder(hexapla_git_repository *repository);
bool hexapla_git_is_shallow(hexapla_git_repository *repository);

/// Resolves whatever `git rev-parse` takes to a commit and its tree.
hexapla_git_result hexapla_git_commit(hexapla_git_repository *repository, const char *revision, hexapla_git_id *commit, hexapla_git_id *tree);

/// The first parent of a commit, and when the commit was made in seconds since 1970; HEXAPLA_GIT_NOT_FOUND for one without any.
hexapla_git_result hexapla_git_parent(hexapla_git_repository *repository, hexapla_git_id commit, hexapla_git_id *parent, int64_t *seconds);

/// The best common ancestor of two commits.
hexapla_git_result hexapla_git_merge_base(
    hexapla_git_repository *repository, hexapla_git_id one, hexapla_git_id other, hexapla_git_id *base);

/// Calls `visit` for each entry of one tree with its name, its mode as git stores it and its id. The name lives as long as the call.
hexapla_git_result hexapla_git_list(
    hexapla_git_repository *repository, hexapla_git_id tree, void *context,
    void (*visit)(void *context, const char *name, uint32_t mode, hexapla_git_id id));

/// The size of a blob in bytes, without reading it.
hexapla_git_result hexapla_git_size(hexapla_git_repository *repository, hexapla_git_id blob, uint64_t *size);

/// Copies a blob into `buffer`; `count` is how many bytes that were, at most `capacity`.
hexapla_git_result hexapla_git_read(hexapla_git_repository *repository, hexapla_git_id blob, uint8_t *buffer, size_t capacity, size_t *count);

#endif
