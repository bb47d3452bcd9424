#ifndef CEDIAN_CCMARK_SHIM_H
#define CEDIAN_CCMARK_SHIM_H

#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if CMARK_VERSION < 0x001E00
#error "libcmark 0.30 or later is needed: reading a tree of an older one allocates"
#endif

/* Memory for one parse: handed out from the front of blocks and freed all at
 * once. A third of libcmark's time is malloc and free otherwise. */

struct cedian_block {
  struct cedian_block *previous;
};

struct cedian_arena {
  struct cedian_block *blocks;
  char *next;
  size_t left;
};

enum { cedian_block_size = 32768, cedian_alignment = 16 };

/* libcmark's allocator functions are given no context, so the arena of the
 * parse that the thread is in stands here; there is none outside of a parse. */
static inline struct cedian_arena **cedian_arena_in_use(void) {
  static _Thread_local struct cedian_arena *arena;
  return &arena;
}

/* In front of what is handed out stands its size, which `realloc` needs. As with
 * libcmark's own allocator, no memory left ends the program. */
static inline void *cedian_arena_take(struct cedian_arena *arena, size_t size) {
  if (size > SIZE_MAX / 2) abort();
  size = (size + 2 * cedian_alignment - 1) & ~(size_t)(cedian_alignment - 1);
  if (size > arena->left) {
    size_t room = size > cedian_block_size ? size : cedian_block_size;
    struct cedian_block *block =
        (struct cedian_block *)malloc(cedian_alignment + room);
    if (!block) abort();
    block->previous = arena->blocks;
    arena->blocks = block;
    arena->next = (char *)block + cedian_alignment;
    arena->left = room;
  }
  char *taken = arena->next + cedian_alignment;
  *(size_t *)arena->next = size - cedian_alignment;
  arena->next += size;
  arena->left -= size;
  return taken;
}

static void *cedian_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *taken = cedian_arena_take(*cedian_arena_in_use(), count * size);
  return memset(taken, 0, count * size);
}

static void *cedian_realloc(void *old, size_t size) {
  if (!old) return cedian_arena_take(*cedian_arena_in_use(), size);
  size_t had = *(size_t *)((char *)old - cedian_alignment);
  if (size <= had) return old;
  void *taken = cedian_arena_take(*cedian_arena_in_use(), size);
  return memcpy(taken, old, had);
}

static void cedian_free(void *memory) { (void)memory; }

/* As `cmark_parse_document`, with a tree that lives in the arena. It may be read,
 * but not changed, until `cedian_arena_free`. */
static inline cmark_node *cedian_parse_document(
    struct cedian_arena *arena, const char *text, size_t length, int options) {
  static cmark_mem memory = {cedian_calloc, cedian_realloc, cedian_free};
  *cedian_arena_in_use() = arena;
  cmark_parser *parser = cmark_parser_new_with_mem(options, &memory);
  cmark_parser_feed(parser, text, length);
  cmark_node *document = cmark_parser_finish(parser);
  *cedian_arena_in_use() = NULL;
  return document;
}

static inline void cedian_arena_free(struct cedian_arena *arena) {
  struct cedian_block *block = arena->blocks;
  while (block) {
    struct cedian_block *previous = block->previous;
    free(block);
    block = previous;
  }
  arena->blocks = NULL;
  arena->left = 0;
}

#endif
