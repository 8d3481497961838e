import { otherMethods } from '@/lib/other-methods';
import { bookSessionRoute } from './book-session';
import { listSessionsRoute } from './list-sessions';

export const GET = listSessionsRoute;
export const POST = bookSessionRoute;

export const { HEAD, OPTIONS, PUT, PATCH, DELETE } = otherMethods({ GET, POST });
