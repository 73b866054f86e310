import { Table } from '@mantine/core';
import type { Key, ReactNode } from 'react';

export interface Column<T> {
  name: string;
  cell: (row: T) => ReactNode;
  /** It says which row this is: the title of the card that a narrow place shows. */
  title?: boolean;
  /** Figures stand under each other, at the right. */
  figure?: boolean;
}

interface Props<T> {
  label: string;
  caption?: string;
  items: T[];
  keyOf: (row: T) => Key;
  columns: Column<T>[];
}

/**
 * A table, each row of which is a card where there is little room (styles.css). The roles say again what the elements are,
 * because some browsers forget it as soon as a row is laid out as something else.
 */
export function Rows<T>({ label, caption, items, keyOf, columns }: Props<T>) {
  return (
    <div className="rows">
      <Table role="table" aria-label={label} captionSide="top">
        {caption && <Table.Caption>{caption}</Table.Caption>}
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            {columns.map(({ name, figure }) => (
              <Table.Th key={name} role="columnheader" scope="col" mod={{ figure }}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {items.map((row) => (
            <Table.Tr key={keyOf(row)} role="row">
              {columns.map(({ name, cell, title, figure }) =>
                title ? (
                  <Table.Th key={name} role="rowheader" scope="row">
                    {cell(row)}
                  </Table.Th>
                ) : (
                  <Table.Td key={name} role="cell" data-label={name} mod={{ figure }}>
                    {cell(row)}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
