import { Box } from '@mantine/core';

/** What is certain, what counts and what is possible at most, in seconds: certain ≤ attended ≤ possible. */
export interface Bounds {
  certain: number;
  attended: number;
  possible: number;
}

/** Green from the line on; the words beside it say the same. */
const colorOf = ({ attended }: Bounds, line: number) => (attended >= line ? 'var(--mantine-color-green-6)' : 'var(--mantine-color-red-6)');

/** The three on one scale, and where the line is. The facts beside it say the same. */
export function Meter({ bounds, line, whole }: { bounds: Bounds; line: number; whole: number }) {
  const { certain, attended, possible } = bounds;
  const place = (seconds: number) => `${Math.min(100, (seconds / Math.max(1, whole)) * 100)}%`;
  const color = colorOf(bounds, line);
  return (
    <Box aria-hidden pos="relative" py={4} c={color}>
      <Box pos="relative" h={12} bg="var(--mantine-color-default-border)" style={{ borderRadius: 6, overflow: 'hidden' }}>
        <Box pos="absolute" h="100%" w={place(possible)} className="possible" />
        <Box pos="absolute" h="100%" w={place(attended)} bg="var(--mantine-color-default-border)" />
        <Box pos="absolute" h="100%" w={place(attended)} className="inferred" />
        <Box pos="absolute" h="100%" w={place(certain)} bg={color} />
      </Box>
      <Box pos="absolute" top={0} bottom={0} w={2} bg="var(--mantine-color-text)" style={{ left: `calc(${place(line)} - 1px)` }} />
    </Box>
  );
}

/** A sample of how one of the three is drawn. */
export function Swatch({ kind, bounds, line }: { kind: 'certain' | 'inferred' | 'possible'; bounds: Bounds; line: number }) {
  const color = colorOf(bounds, line);
  return (
    <Box
      component="span"
      aria-hidden
      display="inline-block"
      w={14}
      h={10}
      mr={8}
      c={color}
      className={kind === 'certain' ? undefined : kind}
      bg={kind === 'certain' ? color : undefined}
      style={{ borderRadius: 2, outline: '1px solid var(--mantine-color-default-border)' }}
    />
  );
}
