import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  value: ReactNode;
  strong?: boolean;
  /** A sample of how it is drawn beside the facts. */
  mark?: ReactNode;
}

/** Names and what they stand for, line by line. */
export function Facts({ label, facts }: { label: string; facts: Fact[] }) {
  return (
    <Table aria-label={label} className="facts">
      <Table.Tbody>
        {facts.map(({ name, value, strong, mark }) => (
          <Table.Tr key={name} fw={strong ? 700 : undefined}>
            <Table.Th scope="row" fw={strong ? 700 : 400}>
              {mark}
              {name}
            </Table.Th>
            <Table.Td ta="right">{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
