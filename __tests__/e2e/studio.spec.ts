import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { expect, test } from './support';

// Ops in the real Prisma Studio, as their own role.

// One Studio serves all tests of this file.
test.describe.configure({ mode: 'default' });

const HOUR_MS = 3_600_000;

let studio: ChildProcess;
let studioUrl: string;

test.beforeAll(async () => {
  studio = spawn(process.execPath, ['--import', 'tsx', 'scripts/studio.ts'], {
    env: { ...process.env, FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  studioUrl = await new Promise((resolve, reject) => {
    let said = '';
    studio.stdout?.on('data', (bytes) => {
      said += String(bytes);
      const [, url] = /running at: (http:\S+)/.exec(said) ?? [];
      if (url) resolve(url);
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

async function openView(page: Page, name: string): Promise<void> {
  // Studio renders only the columns that fit.
  await page.setViewportSize({ width: 3_200, height: 1_400 });
  await page.goto(studioUrl);
  await page.getByText(name, { exact: true }).first().click();
}

/** Types over a cell and saves the row, as Studio asks for it. */
async function editCell(page: Page, from: string, to: string): Promise<void> {
  await page.getByText(from, { exact: true }).first().dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Save 1 row/ }).click();
  await page.getByRole('button', { name: /yes, write to db/ }).click();
}

test('ops see what is on today at a glance, and move a session where they see it', async ({
  page,
  scene,
}) => {
  const hour = (hours: number) => new Date((Math.floor(Date.now() / HOUR_MS) + hours) * HOUR_MS);
  const { id } = await scene.db.tutoringSession.create({
    data: {
      enrollmentId: scene.enrollmentId,
      studentTeacherId: scene.sts[0].id,
      scheduledStart: hour(5),
    },
  });
  await openView(page, 'ops_today');
  await expect(page.getByText(/ with Anna Able$/).first()).toBeVisible();
  await editCell(page, hour(5).toISOString(), hour(6).toISOString());
  await expect(page.getByText('moved', { exact: true })).toBeVisible();
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
  const name = `Student ${scene.student.id}`;
  await scene.db.user.update({ where: { id: scene.student.id }, data: { name } });
  await scene.db.tutoringSession.create({
    data: {
      enrollmentId: scene.enrollmentId,
      studentTeacherId: scene.sts[0].id,
      scheduledStart: new Date(Date.now() + 8 * HOUR_MS),
    },
  });
  await openView(page, 'ops_today');
  const answered = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('"sql":"update')),
  );
  await editCell(page, name, 'Somebody else');
  expect(await (await answered).text()).toContain(
    'Only status and scheduled_start can be changed here.',
  );
});
