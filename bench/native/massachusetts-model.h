/* Sizes and start of the published Massachusetts model; the order is that of STOCKS and DEFAULTS in hand-written.mjs. */
enum { STOCKS = 22, PARAMETERS = 66, WATCHED = 2 };
static const double INITIAL[STOCKS] = {0, 50, 12000, 8000, 2000, 1, 20000, 0, 3000, 0, 0,
                                       0, 0,  0,     0,    0,    0, 0,     0, 1000, 0, 0};

/* The two shares that the published stop rule watches. */
static void watch(const double *state, double *watched) {
  const double trafficked = state[2] + state[3] + state[9] + state[10];
  const double sellers = trafficked + state[8] + state[19];
  const double adults = state[2] + state[3] + state[8] + state[19];
  watched[0] = sellers == 0 ? 0 : trafficked / sellers;
  watched[1] = adults == 0 ? 0 : (state[3] + state[19]) / adults;
}
