import type { Schemas } from '../../../api/client';

type Step = Schemas['MarginStep'];

const width = 5;

/** The steps with empty ones around them, so that both sides of the threshold are drawn. */
export function framed(steps: Step[]): Step[] {
  if (steps.length === 0) return [];
  const [from, to] = [Math.min(-2 * width, steps[0]!.from), Math.max(2 * width, steps.at(-1)!.to)];
  return Array.from({ length: (to - from) / width }, (_, index) => {
    const start = from + index * width;
    return steps.find((step) => step.from === start) ?? { from: start, to: start + width, holds: 0 };
  });
}
