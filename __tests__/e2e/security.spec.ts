import { expect, lastTimeOf, signIn, slotIn, slotPath, test } from './support';

test('no page violates its content security policy, from sign-in to confirmation', async ({
  page,
  scene,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await page.goto('/');
  await signIn(page, scene.student.email);
  for (const path of [
    '/settings',
    `/courses/${scene.course.id}`,
    `/student-teachers/${scene.sts[0].id}`,
  ]) {
    await page.goto(path);
  }
  await page.goto(slotPath(scene.sts[0].id, slotIn(4)));
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
  await page.goto(`/courses/${scene.course.id}/book`);
  await page.getByRole('link', { name: 'Select Anna Able' }).click();
  await page
    .getByRole('link', { name: /, \d+ times?$/ })
    .first()
    .click();
  await expect(lastTimeOf(page)).toBeVisible();
  expect(violations).toEqual([]);
});

test('an injected script does not run', async ({ page, scene }) => {
  await signIn(page, scene.student.email);
  const outcome = await page.evaluate(async () => {
    const refused = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective),
      );
    });
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="data:," onerror="window.stolen = true">',
    );
    return [await refused, 'stolen' in window];
  });
  expect(outcome).toEqual(['script-src-attr', false]);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<button onclick="window.stolen = true">Go</button>',
    );
  });
  await page.getByRole('button', { name: 'Go' }).click();
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
});

test('each response has the security headers', async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of [
    '/',
    '/login',
    '/dashboard',
    '/nothing',
    '/icon.svg',
    '/api/openapi.json',
    '/api/nothing',
    '/api/sessions',
    '/api/auth/session',
  ]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect([path, headers]).toEqual([
      path,
      expect.objectContaining({
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'referrer-policy': 'strict-origin-when-cross-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      }),
    ]);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    nonces.add(headers['content-security-policy']?.match(/'nonce-(.+?)'/)?.[1] ?? path);
  }
  expect(nonces.size).toBe(9);
  const overHttps = await request.get('/', { headers: { 'x-forwarded-proto': 'https' } });
  expect(overHttps.headers()['strict-transport-security']).toBe('max-age=31536000');
});

test('nothing that is sent to the server is answered with 500', async ({ request, scene }) => {
  const { course, sts } = scene;
  for (const path of [
    `/courses/${course.id}`,
    `/book/${sts[0].id}`,
    '/sessions/1',
    '/api/sessions/1',
    '/api/sts/1/slots',
    '/api/auth/callback/demo',
    '/api/auth/error?error=%00',
    '/api/auth/x',
  ]) {
    for (const method of ['GET', 'POST', 'DELETE', 'TRACE', 'PROPFIND']) {
      const url = `${path}%E0%A4%A`;
      for (const each of [path, url]) {
        const answer = await request.fetch(each, {
          method,
          maxRedirects: 0,
          ...(method === 'POST' && { data: '{' }),
        });
        expect([method, each, answer.status() < 500]).toEqual([method, each, true]);
      }
    }
  }
});
