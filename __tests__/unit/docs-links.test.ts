import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const markdownIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name));

const PAGES = ['.', 'docs', 'docs/decisions'].flatMap(markdownIn);

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}

function anchorsOf(page: string): string[] {
  const headings = readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm);
  return Array.from(headings, ([, heading = '']) => anchorOf(heading));
}

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path ? posix.join(posix.dirname(page), path) : page;
  if (!existsSync(target)) return true;
  return anchor !== undefined && !anchorsOf(target).includes(anchor);
}

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const links = Array.from(
    readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g),
    ([, link = '']) => link,
  );
  const internal = links.filter((link) => !link.startsWith('http'));
  expect(internal.filter((link) => isBroken(page, link))).toEqual([]);
});
