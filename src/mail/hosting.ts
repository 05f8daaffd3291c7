// Hosts where anybody puts up a page, a form, a file or a short name within minutes and under the host's own good name.
//
// Facts about services, not about what is on them: most of it is honest. Names under public suffixes of the private kind
// (`github.io`, `web.app`) are known by the list of suffixes; here stand those that have none.

import { isHosted } from '../ingest/registered-name.ts';

export type Service = 'shortener' | 'pages' | 'forms' | 'files' | 'messenger';

const of = (service: Service, hosts: string): readonly (readonly [string, Service])[] =>
  hosts.split(/\s+/).map((host) => [host, service]);

const SERVICES: ReadonlyMap<string, Service> = new Map([
  ...of(
    'shortener',
    'bit.ly bitly.com j.mp tinyurl.com t.co goo.gl g.co ow.ly is.gd v.gd buff.ly rebrand.ly rb.gy cutt.ly shorturl.at shorturl.gg t.ly s.id n9.cl u.to ' +
      'tiny.cc tiny.one tny.im bl.ink qrco.de qr.link me-qr.com lnkd.in dlvr.it trib.al adf.ly bc.vc soo.gd shrtco.de clck.ru vk.cc surl.li urlz.fr x.co ' +
      'linktr.ee lnk.bio lnk.to snip.ly smarturl.it hyperurl.co app.link onelink.to amzn.to aka.ms fb.me wp.me youtu.be cli.re kutt.it 2no.co iplogger.org ' +
      'grabify.link urlshortner.com shorte.st ouo.io t2m.io short.gy short.io tr.ee dub.sh dub.co',
  ),
  ...of(
    'pages',
    'sites.google.com googleusercontent.com docs.google.com canva.site canva.com notion.so notion.site wixsite.com wixstudio.io weebly.com weeblysite.com ' +
      'wordpress.com blogspot.com squarespace.com godaddysites.com webflow.io square.site strikingly.com mystrikingly.com jimdosite.com jimdofree.com ' +
      'webnode.page webnode.com site123.me ucraft.net tilda.ws yolasite.com duda.co multiscreensite.com framer.website framer.app carrd.co telegra.ph ' +
      'gitbook.io medium.com substack.com adobe.io spark.adobe.com express.adobe.com sway.office.com sway.cloud.microsoft padlet.com miro.com figma.com ' +
      'evernote.com bravenet.com 000webhostapp.com atspace.cc infinityfree.net epizy.com ipfs.io dweb.link cloudflare-ipfs.com nftstorage.link fleek.co ' +
      'translate.goog replit.app repl.co glitch.me codesandbox.io web.app firebaseapp.com',
  ),
  ...of(
    'forms',
    'forms.gle forms.office.com forms.microsoft.com customervoice.microsoft.com typeform.com jotform.com jotform.me jotform.co formstack.com ' +
      'wufoo.com surveymonkey.com cognitoforms.com formsite.com zohopublic.com 123formbuilder.com paperform.co tally.so hsforms.com powerappsportals.com ' +
      'formpl.us airtable.com smartsheet.com surveygizmo.com alchemer.com emailmeform.com',
  ),
  ...of(
    'files',
    'drive.google.com dropbox.com dropboxusercontent.com 1drv.ms onedrive.live.com sharepoint.com wetransfer.com we.tl box.com mega.nz mediafire.com ' +
      'sendspace.com transfernow.net filemail.com send-anywhere.com icloud.com 4shared.com zippyshare.com anonfiles.com gofile.io pcloud.com pcloud.link ' +
      'sendgb.com hightail.com citrixfiles.com sharefile.com egnyte.com docsend.com discordapp.com discordapp.net cdn.discord.com pastebin.com ' +
      'githubusercontent.com bitbucket.org amazonaws.com storage.googleapis.com digitaloceanspaces.com backblazeb2.com r2.dev windows.net',
  ),
  ...of('messenger', 't.me telegram.me wa.me api.whatsapp.com chat.whatsapp.com line.me m.me discord.gg signal.me viber.com'),
]);

/** By the host, or by a domain it stands under. */
export function sharedBy(host: string, registered: string): Service | undefined {
  const name = host.replace(/^www\./, '');
  const own =
    SERVICES.get(name) ??
    SERVICES.get(registered) ??
    parents(name)
      .map((parent) => SERVICES.get(parent))
      .find((one) => one !== undefined);
  return own ?? (isHosted(host) ? 'pages' : undefined);
}

/** `a.b.contoso.test` → `b.contoso.test`, `contoso.test`. */
const parents = (name: string): readonly string[] =>
  Array.from(name.matchAll(/\./g), ({ index }) => name.slice(index + 1)).slice(-4, -1);
