import type { Finding } from './finding';

const HEAD = ['Problem', 'Count', 'First ids', 'What to do'];
const ADVICE_WIDTH = 60;
const GAP = '  ';

/** Formats the findings as a table: problem, count, first ids and advice. */
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

function linesOf(row: string[][], widths: number[]): string {
  const height = Math.max(...row.map((lines) => lines.length));
  const line = (at: number) =>
    widths.map((width, column) => (row[column]?.[at] ?? '').padEnd(width)).join(GAP);
  return Array.from({ length: height }, (_, at) => line(at).trimEnd()).join('\n');
}

/** Wraps words into lines of at most `width` characters. */
function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}
