import { gzipSync } from 'node:zlib';
import { expect, signIn, test } from './support';

/** What an empty page of the same Next.js loads, measured once, and what the wizard may add to it. */
const EMPTY_PAGE_KB = 135;
const WIZARD_KB = 39;

test('the wizard loads little JavaScript beyond what Next.js itself needs', async ({
  page,
  scene,
}) => {
  await signIn(page, scene.student.email);
  const fresh = await page.context().newPage();
  const scripts = new Map<string, number>();
  fresh.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.set(response.url(), gzipSync(await response.body()).length);
  });
  await fresh.goto(`/book/${scene.sts[0].id}`, { waitUntil: 'networkidle' });
  const total = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1_000;
  test.info().annotations.push({ type: 'JavaScript', description: `${total.toFixed(1)} kB` });
  expect(scripts.size).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(EMPTY_PAGE_KB + WIZARD_KB);
});
