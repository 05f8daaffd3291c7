// By what way honest mail comes: a firm's own servers, or a service that sends for many, with its redirector for links, its
// pixel, its bounce address and its headers. Shapes as these services publish them; tokens are made up.

export interface Carrier {
  /** Address a link becomes; absent where links stay as they are. `{target}` is the address meant. */
  readonly link?: string;
  readonly pixel?: string;
  /** `{domain}` is the author's. */
  readonly bounce: string;
  /** Its name in Received. */
  readonly server: string;
  /** Domain that signs, beside the author's. */
  readonly signs?: string;
  readonly headers?: readonly string[];
}

const unsubscribe = (address: string): readonly string[] => [
  `List-Unsubscribe: <${address}>`,
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
];

export const carriers = {
  own: { bounce: 'bounce-{digits:9}@{domain}', server: 'mta{n:1-9}.{domain}' },
  counted: {
    bounce: 'return-{hex:16}@{domain}',
    server: 'out{n:1-40}.{domain}',
    pixel: 'https://{site}/images/open/{token:40}.gif?e={hex:32}',
  },
  sendgrid: {
    link: 'https://u{u=digits:8}.ct.sendgrid.net/ls/click?upn=u001.{token:180}',
    pixel: 'https://u{u=digits:8}.ct.sendgrid.net/wf/open?upn=u001.{token:160}',
    bounce: 'bounces+{u=digits:8}-{hex:4}-{me.user}=contoso.com@em{digits:4}.{domain}',
    server: 'o{n:1-9}.ptr{digits:4}.sendgrid.net',
    signs: 'sendgrid.net',
    headers: ['X-SG-EID: {token:160}', 'X-Entity-ID: {token:24}'],
  },
  sendgridBranded: {
    link: 'https://url{v=digits:4}.{domain}/ls/click?upn=u001.{token:200}',
    pixel: 'https://url{v=digits:4}.{domain}/wf/open?upn=u001.{token:180}',
    bounce: 'bounces+{u=digits:8}-{hex:4}-{me.user}=contoso.com@em{digits:4}.{domain}',
    server: 'o{n:1-9}.email.{domain}',
    headers: ['X-SG-EID: {token:160}'],
  },
  mailchimp: {
    link: 'https://{brand}.us{c=n:1-21}.list-manage.com/track/click?u={w=hex:25}&id={hex:10}&e={e=hex:10}',
    pixel: 'https://{brand}.us{c=n:1-21}.list-manage.com/track/open.php?u={w=hex:25}&id={hex:10}&e={e=hex:10}',
    bounce: 'bounce-mc.us{c=n:1-21}_{digits:8}.{digits:7}-{hex:10}@mail{n:10-240}.atl{n:11-291}.rsgsv.net',
    server: 'mail{n:10-240}.atl{n:11-291}.rsgsv.net',
    signs: 'mailchimpapp.net',
    headers: [
      'X-Mailer: MailChimp Mailer - **CID{hex:20}**',
      'X-Campaign: mailchimp{w=hex:25}.{hex:10}',
      ...unsubscribe('https://{brand}.us{c=n:1-21}.list-manage.com/unsubscribe?u={w=hex:25}&id={hex:10}&t=h&e={e=hex:10}'),
    ],
  },
  exacttarget: {
    link: 'https://click.{domain}/?qs={hex:112}',
    pixel: 'https://click.{domain}/open.aspx?ffcb10-fec5{hex:28}-fe{hex:30}-{hex:30}-ff{hex:14}&d={digits:5}&bmt=0',
    bounce: 'bounce-{digits:3}_HTML-{digits:9}-{digits:7}-{digits:9}-{n:1-300}@bounce.{domain}',
    server: 'mta{n:1-40}.{domain}',
    headers: ['x-job: {digits:9}_{digits:6}', ...unsubscribe('https://click.{domain}/subscription_center.aspx?jwt={token:120}')],
  },
  exct: {
    link: 'https://cl.s{s=n:4-51}.exct.net/?qs={hex:112}',
    pixel: 'https://cl.s{s=n:4-51}.exct.net/open.aspx?ffcb10-fec3{hex:28}-fe{hex:30}&d={digits:5}',
    bounce: 'bounce-{digits:3}_HTML-{digits:9}-{digits:7}-{digits:9}-{n:1-300}@bounce.s{s=n:4-51}.exacttarget.com',
    server: 'mta{n:1-40}.s{s=n:4-51}.exacttarget.com',
    signs: 's{s=n:4-51}.y.mc.salesforce.com',
    headers: unsubscribe('https://cl.s{s=n:4-51}.exct.net/subscription_center.aspx?jwt={token:120}'),
  },
  hubspot: {
    link: 'https://{h=host:8}.eu1.hubspotlinks.com/Ctc/{caps:2}+113/{h=host:8}/{token:240}',
    pixel: 'https://{h=host:8}.eu1.hubspotlinks.com/Cto/{caps:2}+113/{h=host:8}/{token:90}',
    bounce: '1axb{host:30}-{me.user}=contoso.com@bf{n:1-20}.eu1.hubspotemail.net',
    server: 'bid{host:3}.bf{n:1-20}.eu1.hubspotemail.net',
    signs: 'bf{n:1-20}.eu1.hubspotemail.net',
    headers: unsubscribe('https://{h=host:8}.eu1.hubspotlinks.com/Ctc/unsubscribe/{token:80}'),
  },
  ses: {
    link: 'https://{t=host:8}.r.eu-west-1.awstrack.me/L0/{target}/1/0102018{hex:9}-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}-000000/{token:27}=',
    pixel:
      'https://{t=host:8}.r.eu-west-1.awstrack.me/I0/0102018{hex:9}-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}-000000/{token:27}=',
    bounce: '0102018{hex:9}-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}-000000@eu-west-1.amazonses.com',
    server: 'a{n:1-12}-{n:1-120}.smtp-out.eu-west-1.amazonses.com',
    signs: 'amazonses.com',
    headers: ['X-SES-Outgoing: {iso}-{ip}', 'Feedback-ID: ::1.eu-west-1.{token:43}=:AmazonSES'],
  },
  sesPlain: {
    bounce: '0102018{hex:9}-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}-000000@amazonses.com',
    server: 'a{n:1-12}-{n:1-120}.smtp-out.amazonses.com',
    signs: 'amazonses.com',
  },
  mailjet: {
    link: 'https://{j=host:5}.mjt.lu/lnk/{token:40}/{n:1-20}/{token:22}/{token:120}',
    pixel: 'https://{j=host:5}.mjt.lu/oo/{token:40}/{hex:8}/e.gif',
    bounce: '{hex:8}.{token:20}@bnc3.mailjet.com',
    server: 'o{n:10-240}.p{n:1-50}.mailjet.com',
    signs: 'bnc3.mailjet.com',
    headers: ['X-Mailer: Mailjet', ...unsubscribe('https://{j=host:5}.mjt.lu/unsub2?hl=en&m={token:60}')],
  },
  brevo: {
    link: 'https://{b=host:8}.r.bh.d.sendibt3.com/mk/cl/f/sh/{token:30}/{token:14}',
    pixel: 'https://{b=host:8}.r.bh.d.sendibt3.com/mk/op/sh/{token:30}/{token:14}',
    bounce: 'bounces-{digits:9}-{me.user}=contoso.com@{b=host:8}.d.sendibt3.com',
    server: '{b=host:8}.d.sendibt3.com',
    signs: 'brevosend.com',
    headers: ['X-Mailin-EID: {token:60}', ...unsubscribe('https://{b=host:8}.r.bh.d.sendibt3.com/un/sh/{token:40}')],
  },
  klaviyo: {
    link: 'https://trk.klclick{n:1-3}.com/ls/click?upn=u001.{token:200}',
    pixel: 'https://trk.klclick.com/wf/open?upn=u001.{token:160}',
    bounce: 'bounces+{digits:8}-{hex:4}-{me.user}=contoso.com@send.{domain}',
    server: 'o{n:1-9}.shared.klaviyomail.com',
    signs: 'klaviyomail.com',
    headers: unsubscribe('https://manage.kmail-lists.com/subscriptions/unsubscribe?a={token:6}&c={token:26}'),
  },
  cleverreach: {
    link: 'https://{digits:6}.seu2.cleverreach.com/c/{digits:8}/{hex:12}-{host:6}',
    pixel: 'https://{digits:6}.seu2.cleverreach.com/o/{digits:8}/{hex:12}-{host:6}',
    bounce: 'bounce@crsend.com',
    server: 'mail-{n:10-240}.crsend.com',
    signs: 'crsend.com',
    headers: unsubscribe('https://{digits:6}.seu2.cleverreach.com/rmftlp.php?cid={digits:8}&mid={digits:8}'),
  },
  braze: {
    link: 'https://ablink.{domain}/ls/click?upn=u001.{token:220}',
    pixel: 'https://ablink.{domain}/wf/open?upn=u001.{token:170}',
    bounce: 'bounces+{digits:7}-{hex:4}-{me.user}=contoso.com@bounce.{domain}',
    server: 'o{n:1-40}.{domain}',
    headers: unsubscribe('https://ablink.{domain}/uni/unsub/{token:60}'),
  },
  mandrill: {
    link: 'https://mandrillapp.com/track/click/{digits:8}/{site}?p={token:200}',
    pixel: 'https://mandrillapp.com/track/open.php?u={digits:8}&id={hex:32}',
    bounce: 'bounce-md_{digits:8}.{hex:8}.v1-{hex:32}@mandrillapp.com',
    server: 'mail{n:10-240}-{n:1-40}.suw61.mandrillapp.com',
    signs: 'mandrillapp.com',
    headers: ['X-Report-Abuse: Please forward a copy of this message, including all headers, to abuse@mandrill.com'],
  },
  exchange: {
    bounce: '{author}',
    server: 'EUR05-{caps:3}-obe.outbound.protection.outlook.com',
    headers: [
      'Thread-Topic: {subject}',
      'Thread-Index: {token:30}',
      'Accept-Language: en-GB, en-US',
      'X-MS-Has-Attach: {has}',
      'X-MS-TNEF-Correlator: ',
    ],
  },
  home: {
    bounce: '{author}',
    server: 'AM{n:1-9}PR{digits:2}MB{digits:4}.eurprd{digits:2}.prod.outlook.com',
    headers: [
      'Thread-Topic: {subject}',
      'Thread-Index: {token:30}',
      'X-MS-Exchange-Organization-AuthAs: Internal',
      'X-MS-Exchange-Organization-SCL: -1',
    ],
  },
  gmail: { bounce: '{author}', server: 'mail-{host:2}{n:1-9}-f{digits:3}.google.com' },
  apple: { bounce: '{author}', server: 'pv50p00im-{host:8}.me.com', headers: ['X-Mailer: Apple Mail (2.3731.700.6)'] },
  thunderbird: {
    bounce: '{author}',
    server: 'mail.{domain}',
    headers: ['User-Agent: Mozilla Thunderbird', 'Content-Language: en-US'],
  },
  mailman: {
    bounce: '{list}-bounces@{domain}',
    server: 'lists.{domain}',
    headers: [
      'List-Id: {topic} discussion <{list}.{domain}>',
      'List-Post: <mailto:{list}@{domain}>',
      'List-Unsubscribe: <https://{domain}/mailman/options/{list}>, <mailto:{list}-request@{domain}?subject=unsubscribe>',
      'Precedence: list',
    ],
  },
  daemon: { bounce: '', server: 'mx.{domain}', headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'] },
} as const satisfies Readonly<Record<string, Carrier>>;

export type CarrierName = keyof typeof carriers;
