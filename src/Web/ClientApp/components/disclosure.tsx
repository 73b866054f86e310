import { Box, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';

/** Something that most readers need not see: it is neither loaded nor drawn before they ask for it. */
export function Disclosure({ label, children }: { label: string; children: () => ReactNode }) {
  const [open, { toggle }] = useDisclosure();
  return (
    <Box>
      <Button variant="default" size="xs" aria-expanded={open} onClick={toggle}>
        {label}
      </Button>
      {open && <Box mt="md">{children()}</Box>}
    </Box>
  );
}
