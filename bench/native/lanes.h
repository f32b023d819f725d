/* A model over LANES runs at a time: steps, and the drive that hands rows to lanes. Wants LANES and STEP; peer.c
   includes it once for each number of lanes. */
#define JOIN(name, lanes) name##lanes
#define JOINED(name, lanes) JOIN(name, lanes)
#define NAME(name) JOINED(name##_, LANES)
#define V NAME(value)

#if LANES == 1
typedef double V;
#define K(number) (number)
#define LANE(v, lane) (v)
static inline V NAME(vmin)(V a, V b) { return a < b ? a : b; }
static inline V NAME(vmax)(V a, V b) { return a > b ? a : b; }
static inline V NAME(unless_zero)(V tested, V otherwise, V value) { return tested == 0 ? otherwise : value; }
#else
typedef double V __attribute__((vector_size(LANES * 8)));
typedef long long NAME(mask) __attribute__((vector_size(LANES * 8)));
#define K(number) ((V){} + (number))
#define LANE(v, lane) ((v)[lane])
#if LANES == 2
static inline V NAME(vmin)(V a, V b) { return __builtin_ia32_minpd(a, b); }
static inline V NAME(vmax)(V a, V b) { return __builtin_ia32_maxpd(a, b); }
#else
static inline V NAME(vmin)(V a, V b) { return __builtin_ia32_minpd256(a, b); }
static inline V NAME(vmax)(V a, V b) { return __builtin_ia32_maxpd256(a, b); }
#endif
static inline V NAME(unless_zero)(V tested, V otherwise, V value) {
  const NAME(mask) zero = tested == 0;
  return (V)(((NAME(mask))otherwise & zero) | ((NAME(mask))value & ~zero));
}
#endif
#define vmin NAME(vmin)
#define vmax NAME(vmax)
#define unless_zero NAME(unless_zero)
static inline V NAME(vclamp)(V value, V low, V high) { return vmin(vmax(value, low), high); }
#define vclamp NAME(vclamp)

#include STEP

static void NAME(euler)(V *restrict state, const NAME(Settled) *restrict settled, double dt, long steps) {
  V rate[STOCKS];
  for (long step = 0; step < steps; step += 1) {
    NAME(rates)(state, settled, rate);
    for (int i = 0; i < STOCKS; i += 1) state[i] += dt * rate[i];
  }
}

static void NAME(rk4)(V *restrict state, const NAME(Settled) *restrict settled, double dt, long steps) {
  static const double part[4] = {0, 0.5, 0.5, 1}, weight[4] = {1, 2, 2, 1};
  for (long step = 0; step < steps; step += 1) {
    V rate[STOCKS], sum[STOCKS], at[STOCKS];
    for (int i = 0; i < STOCKS; i += 1) rate[i] = K(0.0), sum[i] = K(0.0);
    for (int stage = 0; stage < 4; stage += 1) {
      for (int i = 0; i < STOCKS; i += 1) at[i] = state[i] + dt * part[stage] * rate[i];
      NAME(rates)(at, settled, rate);
      for (int i = 0; i < STOCKS; i += 1) sum[i] += weight[stage] * rate[i];
    }
    for (int i = 0; i < STOCKS; i += 1) state[i] += dt / 6.0 * sum[i];
  }
}

/* Performs a task on all rows: a lane that is done takes the next row at once. */
static void NAME(perform)(const Task *task) {
  V p[PARAMETERS], state[STOCKS], rate[STOCKS];
  NAME(Settled) settled;
  Progress lane_of[LANES];
  long next = 0, busy = 0;
  for (int lane = 0; lane < LANES; lane += 1) lane_of[lane].row = -1;
  do {
    int taken = 0;
    for (int lane = 0; lane < LANES; lane += 1) {
      Progress *at = &lane_of[lane];
      if (at->row >= 0) continue;
      /* Past the last row a lane repeats it, unseen. */
      const long row = next < task->rows ? next : task->rows - 1;
      if (next < task->rows) at->row = next, next += 1, busy += 1;
      at->months = 0;
      for (int i = 0; i < PARAMETERS; i += 1) LANE(p[i], lane) = task->parameters[row * PARAMETERS + i];
      for (int i = 0; i < STOCKS; i += 1) LANE(state[i], lane) = INITIAL[i];
      begin_samples(task, at, INITIAL);
      taken = 1;
    }
    if (taken) NAME(settle)(p, &settled);
    (task->rk4 ? NAME(rk4) : NAME(euler))(state, &settled, task->dt, task->steps);
    if (task->kind == REST) NAME(rates)(state, &settled, rate);
    for (int lane = 0; lane < LANES; lane += 1) {
      Progress *at = &lane_of[lane];
      if (at->row < 0) continue;
      double now[STOCKS], moving[STOCKS];
      for (int i = 0; i < STOCKS; i += 1) {
        now[i] = LANE(state[i], lane);
        moving[i] = task->kind == REST ? LANE(rate[i], lane) : 0;
      }
      at->months += 1;
      if (!ended(task, at, now, moving)) continue;
      for (int i = 0; i < STOCKS; i += 1) task->results[at->row * (STOCKS + 1) + 1 + i] = now[i];
      task->results[at->row * (STOCKS + 1)] = at->months;
      at->row = -1;
      busy -= 1;
    }
  } while (busy > 0 || next < task->rows);
}

#undef JOIN
#undef JOINED
#undef NAME
#undef V
#undef K
#undef LANE
#undef vmin
#undef vmax
#undef vclamp
#undef unless_zero
#undef LANES
