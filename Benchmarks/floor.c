/* The floor: what no program can do without. Reads every brief of a list, skips
   its front matter, runs cmark and writes the HTML, with one thread a processor
   and nothing else.
   Usage: floor LIST FOLDER, where LIST names a file a line. FOLDER is created. */
#include <cmark.h>
#include <fcntl.h>
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

static void stop(const char *path) {
  perror(path);
  exit(1);
}

static char *read_file(const char *path, size_t *length) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) stop(path);
  char *text = malloc((size_t)status.st_size + 1);
  if (!text) stop(path);
  *length = 0;
  while (*length < (size_t)status.st_size) {
    ssize_t some = read(file, text + *length, (size_t)status.st_size - *length);
    if (some < 0) stop(path);
    if (some == 0) break;
    *length += (size_t)some;
  }
  text[*length] = 0;
  close(file);
  return text;
}

static void write_file(const char *path, const char *text, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0) stop(path);
  while (length > 0) {
    ssize_t some = write(file, text, length);
    if (some < 0) stop(path);
    text += some;
    length -= (size_t)some;
  }
  if (close(file) != 0) stop(path);
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
    char *html =
        cmark_markdown_to_html(body, length - (size_t)(body - text), CMARK_OPT_DEFAULT);
    char path[4096];
    snprintf(path, sizeof path, "%s/%zu.html", output, index);
    write_file(path, html, strlen(html));
    free(html);
    free(text);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: floor LIST FOLDER\n");
    return 64;
  }
  size_t length;
  char *list = read_file(argv[1], &length);
  output = argv[2];
  if (mkdir(output, 0755) != 0) stop(output);
  for (size_t i = 0; i < length; i++) count += list[i] == '\n';
  paths = malloc((count + 1) * sizeof *paths);
  if (!paths) stop(argv[1]);
  count = 0;
  for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n")) paths[count++] = line;

  enum { most = 256 };
  pthread_t threads[most];
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  if (processors < 1) processors = 1;
  if (processors > most) processors = most;
  for (long i = 0; i < processors; i++)
    if (pthread_create(&threads[i], NULL, work, NULL) != 0) stop("pthread_create");
  for (long i = 0; i < processors; i++) pthread_join(threads[i], NULL);
  return 0;
}
