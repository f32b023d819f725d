/* A plain epidemic over LANES runs at a time. Parameters: contacts, infectivity, days ill. */
typedef struct {
  V contacts, infectivity, duration;
} NAME(Settled);

static void NAME(settle)(const V *p, NAME(Settled) *settled) {
  settled->contacts = p[0];
  settled->infectivity = p[1];
  settled->duration = p[2];
}

static inline __attribute__((always_inline)) void NAME(rates)(
    const V *restrict state, const NAME(Settled) *restrict settled, V *restrict rate) {
  const V people = state[0] + state[1] + state[2];
  const V infection = settled->contacts * settled->infectivity * state[0] * state[1] / people;
  const V recovery = state[1] / settled->duration;
  rate[0] = -infection;
  rate[1] = infection - recovery;
  rate[2] = recovery;
}
