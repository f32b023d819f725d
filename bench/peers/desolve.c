/* A model written by hand, in the form that deSolve calls. */
#include <R.h>
#include MODEL
#define V double
#define NAME(name) name
#define K(number) (number)
static double vmin(double a, double b) { return a < b ? a : b; }
static double vmax(double a, double b) { return a > b ? a : b; }
static double vclamp(double value, double low, double high) { return vmin(vmax(value, low), high); }
static double unless_zero(double tested, double otherwise, double value) { return tested == 0 ? otherwise : value; }
#include STEP

static double given[PARAMETERS];
static Settled settled;

void parameters(void (*fill)(int *, double *)) {
  int count = PARAMETERS;
  fill(&count, given);
  settle(given, &settled);
}

void derivatives(int *count, double *time, double *state, double *rate, double *out, int *ip) {
  (void)count, (void)time, (void)out, (void)ip, (void)watch, (void)INITIAL;
  rates(state, &settled, rate);
}
