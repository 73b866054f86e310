import { describe, expect, it } from 'vitest';
import { verdictOf } from './verdict';

describe('bounds against a line of 720 seconds', () => {
  it.each([
    [720, 720, 720, 'enough'],
    [719, 719, 719, 'tooLittle'],
    [0, 3600, 3600, 'open'],
    [600, 600, 720, 'open'],
    [0, 0, 0, 'tooLittle'],
  ])('%i certain, %i counted, %i possible: %s', (certain, attended, possible, verdict) =>
    expect(verdictOf({ certain, attended, possible }, 720)).toBe(verdict),
  );
});
