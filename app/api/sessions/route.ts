import { methodHandlers } from '@/lib/http/api/method-handlers';
import { bookSessionRoute } from './book-session';
import { listSessionsRoute } from './list-sessions';

export const GET = listSessionsRoute;
export const POST = bookSessionRoute;

export const { HEAD, OPTIONS, PUT, PATCH, DELETE } = methodHandlers({ GET, POST });
