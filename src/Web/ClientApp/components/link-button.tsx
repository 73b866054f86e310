import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';

/** Something in a line of text or a table that opens more about it, big enough for a finger. */
export function LinkButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <UnstyledButton onClick={onClick} td="underline" mih={24} fz="sm" fw="inherit" ta="inherit">
      {children}
    </UnstyledButton>
  );
}
