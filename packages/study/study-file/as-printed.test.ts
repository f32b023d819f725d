import { expect, it } from 'vitest';
import { asPrinted } from './as-printed.js';

it.each([
  [20697.539, '20,697', '20,698'],
  [991312.4, '991,312', '991,312'],
  [1234567.89, '1,000,000.0', '1,234,567.9'],
  [0.8005, '80%', '80%'],
  [0.39851, '40.0%', '39.9%'],
  [42, '7', '42'],
  [-1234.4, '1,000', '-1,234'],
])('prints %d like %s as %s', (value, printed, expected) => {
  expect(asPrinted(value, { printed })).toBe(expected);
});
