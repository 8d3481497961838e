import { z } from 'zod';
import { emailAddress } from '@/lib/users/schema';

const PATH_MAX_LENGTH = 2_000;

/** A path that is too long is dropped: the person could not correct it. */
const nextPath = z.string().max(PATH_MAX_LENGTH).optional().catch(undefined);

/** The sign-in form. `how` is the pressed button, `next` the path to return to. */
export const signInForm = z.object({
  email: emailAddress,
  how: z.enum(['demo', 'link']),
  next: nextPath,
});

/** The form of the Google button. */
export const googleForm = z.object({ next: nextPath });

const TOKEN_LENGTH = 43;

/** The form on the page that a sign-in link opens. */
export const signInWithLinkForm = z.object({ link: z.string().length(TOKEN_LENGTH) });
