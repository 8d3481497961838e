import type { Finding } from './finding';

const HEAD = ['What', 'How many', 'First ids', 'What to do'];
const ADVICE_WIDTH = 60;
const GAP = '  ';

/** The findings as a table for a terminal: what, how many, the first ids, what to do. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map(({ what, count, ids, advice }) =>
    count === 0 ? [[what], ['0']] : [[what], [`${count}`], ids, wrap(advice, ADVICE_WIDTH)],
  );
  const cells = [HEAD.map((name) => [name]), ...rows];
  const widths = HEAD.map((_, column) =>
    Math.max(...cells.flatMap((row) => (row[column] ?? []).map((line) => line.length))),
  );
  const [head, ...body] = cells.map((row) => linesOf(row, widths));
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [head, rule, ...body].join('\n');
}

/** One row, as tall as its tallest cell. */
function linesOf(row: string[][], widths: number[]): string {
  const height = Math.max(...row.map((lines) => lines.length));
  const line = (at: number) =>
    widths.map((width, column) => (row[column]?.[at] ?? '').padEnd(width)).join(GAP);
  return Array.from({ length: height }, (_, at) => line(at).trimEnd()).join('\n');
}

/** Lines of at most `width` characters, broken between words. */
function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}
