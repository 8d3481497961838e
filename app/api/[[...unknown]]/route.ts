import { randomUUID } from 'node:crypto';
import { COMMON_REFUSALS, problemResponse } from '@/lib/http/api/problem';

const refuseAll = async (): Promise<Response> =>
  problemResponse('NOT_FOUND', COMMON_REFUSALS.NOT_FOUND, { requestId: randomUUID() });

export {
  refuseAll as DELETE,
  refuseAll as GET,
  refuseAll as HEAD,
  refuseAll as OPTIONS,
  refuseAll as PATCH,
  refuseAll as POST,
  refuseAll as PUT,
};
