import { z } from 'zod';

const TOKEN_LENGTH = 43;

/** The form behind the button of a link's page. */
export const openLinkForm = z.object({ link: z.string().length(TOKEN_LENGTH) });
