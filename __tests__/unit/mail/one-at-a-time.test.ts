import { oneAtATime } from '@/lib/mail/one-at-a-time';

/** Work whose steps end when the test says so. */
function stepwise() {
  const open: Step<boolean>[] = [];
  const work = jest.fn(() => {
    const step = deferred();
    open.push(step);
    return step.promise;
  });
  async function settle(end: (step: Step<boolean>) => void) {
    await ticks();
    const step = open.shift();
    if (!step) throw new Error('No work is in progress.');
    end(step);
    await ticks();
  }
  const finish = (hasMore = false) => settle((step) => step.resolve(hasMore));
  const fail = (error: Error) => settle((step) => step.reject(error));
  return { work, open, finish, fail };
}

interface Step<Value> {
  promise: Promise<Value>;
  resolve: (value: Value) => void;
  reject: (error: Error) => void;
}

function deferred(): Step<boolean> {
  let resolve = (_: boolean) => {};
  let reject = (_: Error) => {};
  const promise = new Promise<boolean>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const ticks = () => new Promise((resolve) => setImmediate(resolve));

test('many calls share one run, which works once more for those that came while it worked', async () => {
  const { work, open, finish } = stepwise();
  const ask = oneAtATime(work);
  const first = ask();
  await ticks();
  const others = Array.from({ length: 500 }, ask);
  expect(open).toHaveLength(1);
  await finish();
  expect(open).toHaveLength(1);
  await finish();
  await Promise.all([first, ...others]);
  expect(work).toHaveBeenCalledTimes(2);
});

test('a run works until there is no more to do', async () => {
  const { work, finish } = stepwise();
  const done = oneAtATime(work)();
  await finish(true);
  await finish(true);
  await finish(false);
  await done;
  expect(work).toHaveBeenCalledTimes(3);
});

test('a call at the moment a run ends is not lost', async () => {
  let calls = 0;
  let late: Promise<void> | undefined;
  const ask = oneAtATime(async () => {
    calls += 1;
    return false;
  });
  const first = ask();
  void first.then(() => {
    late = ask();
  });
  await first;
  await ticks();
  await late;
  expect(calls).toBe(2);
});

test('a failed run rejects its calls, and the next call starts a new one', async () => {
  const { work, fail, finish } = stepwise();
  const ask = oneAtATime(work);
  const refused = Promise.allSettled([ask(), ask()]);
  await fail(new Error('The database is down.'));
  expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const again = ask();
  await finish();
  await again;
  expect(work).toHaveBeenCalledTimes(2);
});
