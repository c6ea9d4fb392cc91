/** Columns as wide as their widest cell, as the formatter leaves them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const titles = head.map((title) => title.charAt(0).toUpperCase() + title.slice(1));
  const widths = titles.map((_, column) =>
    Math.max(3, ...[titles, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill: string): string =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width, fill)).join(" | ")} |`;
  return [line(titles, " "), line([], "-"), ...rows.map((cells) => line(cells, " "))].join("\n");
}
