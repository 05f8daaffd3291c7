// Who writes the honest letters: services as they really are (their own domains, picture hosts and ways of sending, all
// public), firms of manuals, and people. Firms and people are filled in by slots.

import type { CarrierName } from './carriers.ts';
import type { Layout } from './paper.ts';

export interface Sender {
  readonly from: string;
  readonly via: CarrierName;
  readonly layout: Layout;
  readonly colour: string;
  readonly logo?: string;
  /** Host of its own links, for what a redirector needs to name. */
  readonly site: string;
  readonly footer?: string;
}

/** name · author · way · layout · colour · site · logo */
const TABLE = `
google | Google <no-reply@accounts.google.com> | own | cards | #1a73e8 | accounts.google.com | https://www.gstatic.com/images/branding/googlelogo/2x/googlelogo_color_96x40dp.png
googlePayments | Google Payments <payments-noreply@google.com> | own | table | #1a73e8 | pay.google.com | https://www.gstatic.com/images/branding/googlelogo/2x/googlelogo_color_96x40dp.png
googleDrive | {they} (via Google Docs) <drive-shares-dm-noreply@google.com> | own | cards | #1a73e8 | docs.google.com | https://ssl.gstatic.com/docs/doclist/images/icon_11_document_list.png
googleCalendar | {they} <{they.address}> | gmail | table | #4285f4 | calendar.google.com | https://ssl.gstatic.com/calendar/images/dynamiclogo_2020q4/calendar_{n:1-28}_2x.png
microsoft | Microsoft account team <account-security-noreply@accountprotection.microsoft.com> | own | table | #0067b8 | account.live.com
microsoft365 | Microsoft <microsoft-noreply@microsoft.com> | own | table | #0078d4 | admin.microsoft.com | https://images.ecomm.microsoft.com/cdn/mediahandler/azure-emails-templates/production/shared/images/templates/shared/images/logos/microsoft-logo-2x.png
quarantine | Microsoft Quarantine <quarantine@messaging.microsoft.com> | own | table | #0078d4 | security.microsoft.com
sharepoint | {colleague} <no-reply@sharepointonline.com> | own | table | #0078d4 | contoso-my.sharepoint.com | https://res-1.cdn.office.net/files/fabric-cdn-prod/assets/brand-icons/product-fluent/png/sharepoint_48x1.png
teams | {colleague} in Teams <no-reply@teams.mail.microsoft> | own | table | #6264a7 | teams.microsoft.com | https://statics.teams.cdn.office.net/evergreen-assets/emails/teams-logo.png
apple | Apple <noreply@email.apple.com> | own | table | #0070c9 | appleid.apple.com | https://statici.icloud.com/emailimages/v4/common/apple_logo_web@2x.png
appleReceipt | Apple <no_reply@email.apple.com> | own | table | #0070c9 | apps.apple.com | https://s.mzstatic.com/email/images_shared/logo_apple_d-2x.png
github | GitHub <noreply@github.com> | own | simple | #2da44e | github.com
githubNotice | {they.user} <notifications@github.com> | own | simple | #2da44e | github.com
paypal | service@paypal.com <service@paypal.com> | own | table | #0070ba | www.paypal.com | https://www.paypalobjects.com/digitalassets/c/system-triggered-email/n/layout/images/rebranding/logo-monogram.png
amazon | Amazon.co.uk <account-update@amazon.co.uk> | sesPlain | table | #f0c14b | www.amazon.co.uk | https://m.media-amazon.com/images/G/01/x-locale/cs/te/logo._CB{digits:9}_.png
amazonDe | Amazon.de <versandbestaetigung@amazon.de> | sesPlain | table | #f0c14b | www.amazon.de | https://m.media-amazon.com/images/G/03/x-locale/cs/te/logo._CB{digits:9}_.png
aws | Amazon Web Services <no-reply-aws@amazon.com> | sesPlain | table | #ec7211 | console.aws.amazon.com
netflix | Netflix <info@account.netflix.com> | sesPlain | table | #e50914 | www.netflix.com | https://assets.nflxext.com/us/email/gem/nflx.png
dhl | DHL Paket <noreply@dhl.de> | own | table | #d40511 | www.dhl.de | https://www.dhl.de/content/dam/images/mailing/dhl_logo.gif
dhlExpress | DHL ON DEMAND DELIVERY <noreply.odd@dhl.com> | own | table | #d40511 | delivery.dhl.com
ups | UPS <pkginfo@ups.com> | own | table | #351c15 | www.ups.com | https://www.ups.com/assets/resources/images/UPS_logo.png
docusign | {they} via DocuSign <dse@eumail.docusign.net> | own | table | #ffc820 | eu.docusign.net | https://eu.docusign.net/Signing/Images/email/Email_Logo.png
adobeSign | Adobe Acrobat Sign <adobesign@adobesign.com> | own | table | #1473e6 | eu1.documents.adobe.com
linkedin | LinkedIn <messages-noreply@linkedin.com> | own | table | #0a66c2 | www.linkedin.com | https://static.licdn.com/aero-v1/sc/h/9ehe6n39fa07dc5edzv0rla4e
linkedinJobs | LinkedIn Job Alerts <jobalerts-noreply@linkedin.com> | own | table | #0a66c2 | www.linkedin.com | https://static.licdn.com/aero-v1/sc/h/9ehe6n39fa07dc5edzv0rla4e
dropbox | Dropbox <no-reply@dropbox.com> | sesPlain | cards | #0061fe | www.dropbox.com | https://cfl.dropboxstatic.com/static/metaserver/static/images/email/glyph/glyph_34@2x.png
adobe | Adobe <mail@mail.adobe.com> | own | table | #1473e6 | account.adobe.com | https://landing.adobe.com/dam/global/images/adobe_logo.png
zoom | Zoom <no-reply@zoom.us> | own | table | #0b5cff | zoom.us | https://st1.zoom.us/static/{n:5-6}.{n:1-9}.{digits:4}/image/new/ZoomLogo_112_112.png
slack | Slack <feedback@slack.com> | sesPlain | cards | #611f69 | contoso.slack.com | https://a.slack-edge.com/bv1-10/slack_logo-ebd02d1.png
stripe | {firm} <invoice+statements+acct_{token:16}@stripe.com> | own | cards | #635bff | invoice.stripe.com | https://stripe-images.s3.amazonaws.com/notifications/hosted/{digits:8}/invoices_invoice_illustration.png
facebook | Facebook <security@facebookmail.com> | own | table | #1877f2 | www.facebook.com | https://static.xx.fbcdn.net/rsrc.php/v3/yS/r/ZirYDPWh0YD.png
spotify | Spotify <no-reply@spotify.com> | sendgridBranded | table | #1db954 | www.spotify.com | https://message-editor.scdn.co/spotify_logo.png
airbnb | Airbnb <automated@airbnb.com> | own | table | #ff5a5f | www.airbnb.com | https://a0.muscache.com/pictures/{hex:8}-{hex:4}-{hex:4}-{hex:12}.jpg
booking | Booking.com <noreply@booking.com> | own | table | #003580 | secure.booking.com | https://cf.bstatic.com/static/img/email_logo/{hex:40}.png
uber | Uber Receipts <noreply@uber.com> | sendgridBranded | table | #000000 | riders.uber.com | https://d3i4yxtzktqr9n.cloudfront.net/web-emails/{hex:8}.png
ebay | eBay <ebay@ebay.co.uk> | own | table | #3665f3 | www.ebay.co.uk | https://i.ebayimg.com/images/g/{token:12}/s-l1600.png
steam | Steam Support <noreply@steampowered.com> | own | table | #1b2838 | help.steampowered.com | https://store.cloudflare.steamstatic.com/public/shared/images/email/logo.png
atlassian | Atlassian <noreply@am.atlassian.com> | sesPlain | cards | #0052cc | id.atlassian.com | https://id-mail-assets.atlassian.com/shared/atlassian/atlassian_logo.png
jira | {colleague} (Jira) <jira@contoso.atlassian.net> | sesPlain | table | #0052cc | contoso.atlassian.net | https://id-mail-assets.atlassian.com/template/img/jira.png
eventbrite | Eventbrite <noreply@order.eventbrite.com> | sendgridBranded | table | #f05537 | www.eventbrite.co.uk | https://cdn.evbstatic.com/s3-build/perm_001/{hex:6}/django/images/emails/logo.png
bahn | Deutsche Bahn <buchungsbestaetigung@bahn.de> | own | table | #ec0016 | www.bahn.de
sncf | SNCF Connect <no-reply@sncf-connect.com> | own | table | #0c131f | www.sncf-connect.com
zalando | Zalando Team <info@service-mail.zalando.de> | own | table | #ff6900 | www.zalando.de | https://img01.ztat.net/crm/{hex:8}/logo.png
hetzner | Hetzner Online GmbH <invoice@hetzner.com> | own | simple | #d50c2d | accounts.hetzner.com
ovh | OVHcloud <support@ovh.com> | own | simple | #000e9c | www.ovh.com
letsencrypt | Let's Encrypt Expiry Bot <expiry@letsencrypt.org> | mandrill | simple | #2c3c69 | letsencrypt.org
hmrc | HM Revenue and Customs <no.reply@advice.hmrc.gov.uk> | own | simple | #00703c | www.gov.uk
elster | ELSTER <portal@elster.de> | own | simple | #004a99 | www.elster.de
impots | Direction générale des Finances publiques <ne-pas-repondre@dgfip.finances.gouv.fr> | own | simple | #000091 | www.impots.gouv.fr
ing | ING <info@ing.de> | own | table | #ff6200 | www.ing.de | https://www.ing.de/binaries/content/gallery/email/logo.png
wise | Wise <noreply@wise.com> | sendgridBranded | table | #9fe870 | wise.com
n26 | N26 <noreply@n26.com> | ses | table | #36a18b | app.n26.com
typeform | {firm} <team@{firm.domain}> | hubspot | table | #262627 | {firm.short}.typeform.com
shop | {firm} <{orders|hello|shop|noreply}@{firm.domain}> | klaviyo | table | #2b5b84 | www.{firm.domain} | https://cdn.shopify.com/s/files/1/{digits:4}/{digits:4}/files/logo_{n:100-400}x.png?v={digits:10}
shopMail | {firm} <news@email.{firm.domain}> | exacttarget | pictures | #b3001b | www.{firm.domain} | https://image.email.{firm.domain}/lib/fe{hex:20}/m/1/{hex:8}-{hex:4}-{hex:4}.png
shopExct | {firm} <offers@{firm.domain}> | exct | table | #8a1538 | www.{firm.domain} | https://image.s{s=n:4-51}.exct.net/lib/fe{hex:20}/m/1/logo.jpg
chimp | {firm} <{hello|news|newsletter}@{firm.domain}> | mailchimp | table | #24714f | www.{firm.domain} | https://mcusercontent.com/{w=hex:25}/images/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}.png
hub | {they.first} from {firm} <{they.address}> | hubspot | webmail | #ff7a59 | www.{firm.domain}
hubNews | {firm} <marketing@{firm.domain}> | hubspot | cards | #ff7a59 | www.{firm.domain} | https://{digits:7}.fs1.hubspotusercontent-eu1.net/hubfs/{digits:7}/logo.png
brevoNews | {firm} <newsletter@{firm.domain}> | brevo | table | #0b7a75 | www.{firm.domain} | https://img.mailinblue.com/{digits:7}/images/rnb/original/{hex:24}.png
jetNews | {firm} <info@{firm.domain}> | mailjet | table | #5b3e96 | www.{firm.domain} | https://{host:5}.mjt.lu/tplimg/{host:5}/b/{host:5}/{host:5}.png
reach | {firm} <newsletter@{firm.domain}> | cleverreach | table | #00557f | www.{firm.domain} | https://files.crsend.com/{digits:6}/{digits:6}/images/logo.png
braze | {firm} <hello@mail.{firm.domain}> | braze | cards | #6a1b9a | www.{firm.domain} | https://cdn.braze.eu/appboy/communication/assets/image_assets/images/{hex:24}/original.png?{digits:10}
grid | {firm} <{noreply|notifications|support}@{firm.domain}> | sendgrid | cards | #225ea8 | app.{firm.domain} | https://{host:13}.cloudfront.net/email/logo@2x.png
sesFirm | {firm} <no-reply@{firm.domain}> | ses | table | #14532d | my.{firm.domain} | https://s3.eu-west-1.amazonaws.com/{firm.short}-mail/logo.png
firm | {firm} <{billing|accounts|office|info}@{firm.domain}> | exchange | word | #1f497d | www.{firm.domain}
firmSystem | {firm} <no-reply@{firm.domain}> | counted | table | #1f4e79 | www.{firm.domain} | https://www.{firm.domain}/assets/mail/logo.png
ticketing | {firm} Support <support@{firm.domain}> | own | simple | #1f73b7 | {firm.short}.zendesk.com
partner | {they} <{they.address}> | exchange | word | #1f497d | www.{firm.domain}
partnerGmail | {they} <{they.address}> | gmail | webmail | #1155cc | www.{firm.domain}
partnerText | {they} <{they.address}> | thunderbird | simple | #000000 | www.{firm.domain}
colleague | {colleague} <{colleague.address}> | home | word | #1f497d | contoso.sharepoint.com
homeHr | {People & Culture|Human Resources} <{hr|people}@contoso.com> | home | word | #1f497d | contoso.sharepoint.com
homeIt | {IT Service Desk|IT Support} <{servicedesk|it-support}@contoso.com> | home | word | #1f497d | servicedesk.contoso.com
homeSystem | Contoso Intranet <noreply@contoso.com> | home | table | #0f6cbd | intranet.contoso.com | https://intranet.contoso.com/assets/logo.png
friendGmail | {friend} <{friend.address}> | gmail | webmail | #1155cc | photos.google.com
friendPhone | {friend} <{friend.address}> | apple | simple | #007aff | www.icloud.com
friendText | {friend.first} <{friend.address}> | thunderbird | simple | #000000 | {friend.domain}
lists | {they} <{they.address}> | mailman | simple | #000000 | lists.{firm.domain}
daemon | Mail Delivery System <MAILER-DAEMON@mx.{firm.domain}> | daemon | simple | #000000 | {firm.domain}
postmaster | Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com> | home | table | #0078d4 | go.microsoft.com
`;

export const senders: Readonly<Record<string, Sender>> = Object.fromEntries(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [name = '', from = '', via = '', layout = '', colour = '', site = '', logo] = line
        .split(/ \| /u)
        .map((it) => it.trim());
      return [
        name,
        { from, via: via as CarrierName, layout: layout as Layout, colour, site, ...(logo === undefined ? {} : { logo }) },
      ];
    }),
);
