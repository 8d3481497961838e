import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { expect, test } from './support';

// Ops in the real Prisma Studio, as their own role.

// One Studio serves all tests of this file.
test.describe.configure({ mode: 'default' });

const HOUR_MS = 3_600_000;

let studio: ChildProcess;
/** The output of the start script, with a link to each view. */
let said = '';

test.beforeAll(async () => {
  studio = spawn(process.execPath, ['--import', 'tsx', 'scripts/studio.ts'], {
    env: { ...process.env, FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    studio.stdout?.on('data', (bytes) => {
      said += String(bytes);
      if (/running at: http/.test(said)) resolve();
    });
    studio.once('exit', () => reject(new Error(`Studio ended by itself: ${said}`)));
  });
});

test.afterAll(async () => {
  if (studio.exitCode !== null) return;
  const ended = once(studio, 'exit');
  studio.kill('SIGTERM');
  await ended;
});

/** Follows a link of the start script, to the rows that have this value. */
async function follow(page: Page, what: string, column: string, value: string): Promise<void> {
  // Studio renders only the columns that fit.
  await page.setViewportSize({ width: 3_200, height: 1_400 });
  const [, link = ''] = new RegExp(`${what} +(http\\S+)`).exec(said) ?? [];
  const filter = { kind: 'ColumnFilter', id: 'only', after: 'and', column, operator: '=', value };
  const filters = { kind: 'FilterGroup', id: 'all', after: 'and', filters: [filter] };
  await page.goto(`${link}&filter=${encodeURIComponent(JSON.stringify(filters))}`);
}

/** Types over a cell and saves the row, as Studio asks for it. */
async function editCell(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('cell', { name: from, exact: true }).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Save 1 row/ }).click();
  await page.getByRole('button', { name: /yes, write to db/ }).click();
}

test('ops see today’s sessions in one view, and can move a session there', async ({
  page,
  scene,
}) => {
  const hour = (hours: number) => new Date((Math.floor(Date.now() / HOUR_MS) + hours) * HOUR_MS);
  const { id } = await scene.db.tutoringSession.create({
    data: {
      enrollmentId: scene.enrollmentId,
      stId: scene.sts[0].id,
      scheduledStart: hour(5),
    },
  });
  await follow(page, 'What is on today', 'id', id);
  const session = page.getByRole('row', { name: id });
  await expect(session).toContainText(`Sam Student with ${scene.sts[0].name}`);
  // The most important columns come first.
  await expect(session.getByRole('cell')).toContainText(['scheduled', id, 'Sam Student with']);
  await editCell(page, hour(5).toISOString(), hour(6).toISOString());
  await expect(session.getByText('moved', { exact: true })).toBeVisible();
  await expect(session.getByText('ops', { exact: true })).toBeVisible();
  const after = await scene.db.tutoringSession.findUniqueOrThrow({
    where: { id },
    include: { events: { orderBy: { id: 'asc' } } },
  });
  expect(after.scheduledStart).toEqual(hour(6));
  expect(after.events.map(({ kind, databaseRole }) => [kind, databaseRole])).toEqual([
    ['booked', 'peerloop_app'],
    ['moved', 'peerloop_ops'],
  ]);
});

test('a refused edit says why, in a sentence', async ({ page, scene }) => {
  const email = `${scene.student.id}@example.com`;
  await scene.db.user.update({ where: { id: scene.student.id }, data: { email } });
  await follow(page, 'Every person', 'email', email);
  await editCell(page, email, email.toUpperCase());
  // The note that the update failed leads to the reason.
  await page.getByRole('button', { name: 'Console' }).click();
  await expect(
    page.getByText('Write one email address in lower case, such as name@example.com.'),
  ).toBeVisible();
});
