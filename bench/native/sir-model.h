/* Sizes and start of a plain epidemic: susceptible, infected, recovered. */
enum { STOCKS = 3, PARAMETERS = 3, WATCHED = 0 };
static const double INITIAL[STOCKS] = {990, 10, 0};
static void watch(const double *state, double *watched) { (void)state, (void)watched; }
