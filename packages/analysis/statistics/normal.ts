const SQRT_PI = Math.sqrt(Math.PI);
const MOST_TERMS = 1000;

/** Lower tail of the standard normal distribution, without loss far out. */
export function normalCdf(x: number): number {
  return normalUpper(-x);
}

/**
 * Upper tail of the standard normal distribution, without loss far out.
 *
 * @source DLMF 7.6.2 (series) and 7.9.1 (continued fraction) of erfc(x / sqrt 2) / 2.
 */
export function normalUpper(x: number): number {
  const z = x * Math.SQRT1_2;
  if (z < 0) return 1 - normalUpper(-x);
  const density = Math.exp(-(x * x) / 2) / SQRT_PI;
  if (z < 1) {
    let term = z;
    let total = z;
    for (let n = 1; n < MOST_TERMS && term > total * 1e-17; n += 1) {
      term *= (2 * z * z) / (2 * n + 1);
      total += term;
    }
    return 0.5 - density * total;
  }
  const terms = Math.ceil(20 + 200 / (z * z));
  let fraction = z;
  for (let n = terms; n >= 1; n -= 1) fraction = z + n / 2 / fraction;
  return density / fraction / 2;
}

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp(-(x * x) / 2) / (Math.SQRT2 * SQRT_PI);
}

/**
 * The value below which a standard normal number lies with probability p. For an upper tail use
 * `-normalQuantile(q)`.
 *
 * @param p - Above 0 and below 1.
 * @source Wichura 1988, Algorithm AS 241, PPND16: 16 digits.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(A, r)) / polynomial(B, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const far = r > 5;
  const size = far
    ? polynomial(E, r - 5) / polynomial(F, r - 5)
    : polynomial(C, r - 1.6) / polynomial(D, r - 1.6);
  return q < 0 ? -size : size;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k -= 1) value = value * x + (coefficients[k] ?? 0);
  return value;
}

const A = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const B = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const C = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const D = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const E = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
];
const F = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
];
