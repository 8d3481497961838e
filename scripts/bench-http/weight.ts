import { gzipSync } from 'node:zlib';
import { type Call, send } from './load';

/**
 * What a browser of today gets for a page, in bytes: its HTML as it is, and the gzipped scripts that the HTML
 * names, without those for browsers that know no modules.
 */
export async function weigh(siteUrl: string, call: Call) {
  const { body } = await send(siteUrl, call);
  const html = `${body}`.replaceAll(/<script[^>]*noModule[^>]*>/gi, '');
  const scripts = new Set(html.match(/\/_next\/static\/[^"\\]+\.js/g));
  let scriptBytes = 0;
  for (const path of scripts) {
    scriptBytes += gzipSync((await send(siteUrl, { path })).body).length;
  }
  return { bytes: body.length, scriptBytes };
}
