import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

/** A table that is wider than a phone: it scrolls by itself, with the keyboard too, and the page does not. */
export function Wide({ label, minWidth, children }: { label: string; minWidth: number; children: ReactNode }) {
  return (
    <Box role="group" aria-label={label} tabIndex={0} style={{ overflowX: 'auto' }}>
      <Box miw={minWidth}>{children}</Box>
    </Box>
  );
}
