/* A model written by hand in C, as a peer to be timed: peer LANES euler|rk4|published|rest ROWS PARAMETERS DT MONTHS
   PARAMETERS is a file of doubles, shape [ROWS x PARAMETERS]. Each line "go" on standard input performs the task and
   answers with its processor time in nanoseconds; "show" answers with a line a row: months, then the stocks. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include MODEL

enum { FIXED, PUBLISHED, REST };
/* The published stop rule: a sample a month; from month 100 on, each 5 months, the newest against the oldest of 5. */
enum { WINDOW = 5, FROM = 100, EVERY = 5, CAP = 10000 };
static const double CHANGE = 1e-4;
/* Largest relative rate a month at which a state counts as at rest. */
static const double AT_REST = 1e-9;

typedef struct {
  int kind, rk4;
  double dt;
  long rows, steps, months;
  const double *parameters;
  double *results;
} Task;

typedef struct {
  long row, months;
  double samples[WINDOW][WATCHED + 1];
} Progress;

static void begin_samples(const Task *task, Progress *at, const double *state) {
  if (task->kind == PUBLISHED) watch(state, at->samples[0]);
}

static int ended(const Task *task, Progress *at, const double *state, const double *rate) {
  if (task->kind == FIXED) return 1;
  if (at->months >= CAP) return 1;
  if (task->kind == REST) {
    for (int i = 0; i < STOCKS; i += 1)
      if (fabs(rate[i]) > AT_REST * fmax(fabs(state[i]), 1e-6)) return 0;
    return 1;
  }
  double *newest = at->samples[at->months % WINDOW];
  watch(state, newest);
  if (at->months < FROM || at->months % EVERY != 0) return 0;
  const double *oldest = at->samples[(at->months + 1) % WINDOW];
  for (int i = 0; i < WATCHED; i += 1)
    if (!(fabs(newest[i] - oldest[i]) < CHANGE)) return 0;
  return 1;
}

#define LANES 1
#include "lanes.h"
#define LANES 2
#include "lanes.h"
#define LANES 4
#include "lanes.h"

int main(int count, char **words) {
  if (count != 7) return 2;
  const int lanes = atoi(words[1]);
  const long rows = atol(words[3]);
  const long months = atol(words[6]);
  const double dt = atof(words[5]);
  double *parameters = malloc(rows * PARAMETERS * sizeof *parameters);
  FILE *file = fopen(words[4], "rb");
  if (!file || fread(parameters, sizeof *parameters, rows * PARAMETERS, file) != (size_t)(rows * PARAMETERS)) return 3;
  fclose(file);
  const int kind = !strcmp(words[2], "published") ? PUBLISHED : !strcmp(words[2], "rest") ? REST : FIXED;
  const long steps_a_month = lround(1 / dt);
  const Task task = {
      .kind = kind,
      .rk4 = !strcmp(words[2], "rk4") || kind == REST,
      .dt = dt,
      .rows = rows,
      .steps = kind == FIXED ? months * steps_a_month : steps_a_month,
      .parameters = parameters,
      .results = malloc(rows * (STOCKS + 1) * sizeof(double)),
  };
  char line[16];
  while (fgets(line, sizeof line, stdin)) {
    if (!strcmp(line, "go\n")) {
      struct timespec begin, end;
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
      (lanes == 4 ? perform_4 : lanes == 2 ? perform_2 : perform_1)(&task);
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
      printf("%.0f\n", (end.tv_sec - begin.tv_sec) * 1e9 + (end.tv_nsec - begin.tv_nsec));
    } else {
      for (long row = 0; row < rows; row += 1) {
        for (int i = 0; i <= STOCKS; i += 1) printf(i ? " %.17g" : "%g", task.results[row * (STOCKS + 1) + i]);
        printf("\n");
      }
    }
    fflush(stdout);
  }
  return 0;
}
