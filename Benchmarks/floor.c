/* The floor: what a program must do at least. Reads every brief of a list,
   skips its front matter, runs cmark and writes the HTML, with one thread a
   processor and nothing else.
   Usage: floor LIST OUTPUT-FOLDER, where LIST names a file a line. */
#include <cmark.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char **paths;
static size_t count;
static atomic_size_t next_index;
static const char *output;

static char *read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  struct stat status;
  fstat(fileno(file), &status);
  char *text = malloc((size_t)status.st_size + 1);
  *length = fread(text, 1, (size_t)status.st_size, file);
  text[*length] = 0;
  fclose(file);
  return text;
}

static void *work(void *unused) {
  (void)unused;
  for (;;) {
    size_t index = atomic_fetch_add(&next_index, 1);
    if (index >= count) return NULL;
    size_t length;
    char *text = read_file(paths[index], &length);
    char *body = text;
    if (strncmp(text, "---\n", 4) == 0) {
      char *end = strstr(text + 4, "\n---\n");
      if (end) body = end + 5;
    }
    char *html = cmark_markdown_to_html(body, length - (size_t)(body - text), CMARK_OPT_DEFAULT);
    char name[4096];
    snprintf(name, sizeof name, "%s/%zu.html", output, index);
    FILE *file = fopen(name, "wb");
    if (!file) { perror(name); exit(1); }
    fwrite(html, 1, strlen(html), file);
    fclose(file);
    free(html);
    free(text);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  size_t length;
  char *list = read_file(argv[1], &length);
  output = argv[2];
  mkdir(output, 0755);
  for (size_t i = 0; i < length; i++) count += list[i] == '\n';
  paths = malloc(count * sizeof *paths);
  size_t at = 0;
  for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n")) paths[at++] = line;
  count = at;
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  if (processors < 1) processors = 1;
  pthread_t threads[256];
  if (processors > 256) processors = 256;
  for (long i = 0; i < processors; i++) pthread_create(&threads[i], NULL, work, NULL);
  for (long i = 0; i < processors; i++) pthread_join(threads[i], NULL);
  return 0;
}
