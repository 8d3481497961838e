import { expectLogged } from '@/__tests__/support/log';
import { startServer } from '@/lib/http/server/start-server';

test('a server with missing environment variables exits, and names them', () => {
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  expect(startServer).toThrow('ended');
  expect(exit).toHaveBeenCalledWith(1);
  expectLogged(/"message":"start".*NEXTAUTH_SECRET/);
});
