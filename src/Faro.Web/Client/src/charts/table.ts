/** One row of a figure's table: its name, and each cell as a number (null where hidden or missing) and as written. */
export interface Row {
  label: string;
  values: (number | null)[];
  texts: string[];
}

export interface Table {
  columns: string[];
  rows: Row[];
}

/** Numbers come from data-value, so that what is shown may be written as its reader writes. */
export function readTable(table: HTMLTableElement): Table {
  const text = (cell: Element) => cell.textContent?.trim() ?? '';
  const columns = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1).map(text);
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => {
    const [first, ...rest] = [...row.cells];
    return {
      label: first ? text(first) : '',
      values: rest.map((cell) => (cell.dataset.value ? Number(cell.dataset.value) : null)),
      texts: rest.map(text),
    };
  });
  return { columns, rows };
}
