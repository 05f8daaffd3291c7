// Names that mail likes to borrow: how they are written, and the word their own domains are registered under.
//
// Chosen by common knowledge of what is imitated, all over the world; a tenant's own partners are known by its history.
// Blind to: names in other scripts than the Latin one, and to whoever writes for a brand with its leave.

import { knownDomains, skeleton } from '../learn/association/lookalike.ts';
import type { KnownDomains } from '../learn/association/lookalike.ts';
import { registeredLabel } from '../ingest/registered-name.ts';

export interface Brand {
  readonly name: string;
  /** Registered labels of its own domains. */
  readonly labels: readonly string[];
}

/** Names, parted by commas; an ordinary word, with `=` before it, is meant only as a whole name, or with what brands add to theirs. */
const TABLE = `
Microsoft: microsoft, office 365, office365, outlook, onedrive, sharepoint, ms teams; microsoft microsoftonline office office365 outlook live sharepoint sharepointonline onedrive azure skype xbox msn hotmail microsoftsupport windows microsoft365 msft azureedge microsoftstoreemail
Google: google, gmail, youtube; google gmail googlemail youtube withgoogle android googleapis googleusercontent gstatic ggpht ytimg goo
Apple: =apple, icloud, itunes, apple id, apple pay; apple icloud itunes me mzstatic
Amazon: amazon, amazon prime, aws; amazon amazonses amazonaws primevideo audible amazonpay media-amazon ssl-images-amazon
Netflix: netflix; netflix nflxext nflximg nflxso
PayPal: paypal, pay pal; paypal paypalobjects xoom
Venmo: venmo; venmo
Cash App: cash app, cashapp; cash square squareup
Zelle: zelle; zellepay zelle
Western Union: western union, westernunion; westernunion
Facebook: facebook, instagram, whatsapp; facebook facebookmail instagram whatsapp meta fb metamail fbcdn fbsbx cdninstagram
TikTok: tiktok; tiktok bytedance
Telegram: =telegram; telegram
Twitter: twitter; twitter x twimg
Snapchat: snapchat; snapchat snap
Discord: discord; discord discordapp
LinkedIn: linkedin, linked in; linkedin licdn
DocuSign: docusign; docusign
Adobe: adobe; adobe adobesign echosign
Dropbox: dropbox; dropbox dropboxmail hellosign
WeTransfer: wetransfer; wetransfer
Zoom: =zoom; zoom zoomgov
Slack: =slack; slack
Yahoo: yahoo; yahoo yahooinc
AOL: =aol; aol
cPanel: cpanel; cpanel
WordPress: wordpress; wordpress automattic
GoDaddy: godaddy; godaddy secureserver
Namecheap: namecheap; namecheap
Intuit: quickbooks, intuit, turbotax; intuit quickbooks
Xero: =xero; xero
DHL: dhl; dhl deutschepost
FedEx: fedex; fedex tnt
UPS: =ups; ups
USPS: usps; usps
DPD: dpd; dpd dpdgroup
GLS: =gls; gls-group gls gls-pakete
Hermes: =hermes, evri; hermesworld myhermes evri hermes
Royal Mail: royal mail, royalmail; royalmail
La Poste: la poste, laposte, colissimo, chronopost; laposte chronopost colissimo
Correos: correos; correos
Poste Italiane: poste italiane, posteitaliane, postepay; poste posteitaliane
Swiss Post: swiss post, schweizerische post, swisspost; post swisspost
PostNord: postnord; postnord
PostNL: postnl; postnl
Canada Post: canada post, postes canada; canadapost postescanada canadapost-postescanada
Australia Post: australia post, auspost; auspost
Correios: correios; correios
Japan Post: japan post; jp-post japanpost
Yamato: kuroneko, yamato transport; kuronekoyamato
HSBC: hsbc; hsbc
Bank of America: bank of america, bankofamerica; bankofamerica bofa
Wells Fargo: wells fargo, wellsfargo; wellsfargo
Chase: =chase, jpmorgan; chase jpmorgan jpmchase jpmorganchase
Citi: citibank, =citi; citi citibank
Capital One: capital one; capitalone
US Bank: us bank; usbank
PNC: =pnc; pnc
Truist: truist; truist
USAA: usaa; usaa
Navy Federal: navy federal; navyfederal
American Express: american express, americanexpress, amex; americanexpress aexp
Visa: =visa; visa
Mastercard: mastercard; mastercard
Barclays: barclays, barclaycard; barclays barclaycard
Lloyds: lloyds bank; lloydsbank lloydsbanking
NatWest: natwest; natwest
Halifax: =halifax; halifax
Nationwide: nationwide building society; nationwide
Santander: santander; santander gruposantander santanderbank bancosantander
BBVA: bbva; bbva
CaixaBank: caixabank; caixabank lacaixa
Deutsche Bank: deutsche bank; deutsche-bank db
Commerzbank: commerzbank; commerzbank
Sparkasse: sparkasse; sparkasse
Volksbank: volksbank, volksbanken, raiffeisenbank; volksbank vr raiffeisenbank
Postbank: postbank; postbank
ING: =ing, ing diba; ing ing-diba
N26: n26; n26
Revolut: revolut; revolut
Wise: =wise, transferwise; wise transferwise
Klarna: klarna; klarna
Rabobank: rabobank; rabobank
ABN AMRO: abn amro, abnamro; abnamro
KBC: =kbc; kbc
UBS: =ubs; ubs
PostFinance: postfinance; postfinance
Swisscom: swisscom, bluewin; swisscom bluewin
BNP Paribas: bnp paribas; bnpparibas bnp
Crédit Agricole: credit agricole; credit-agricole
Société Générale: societe generale; societegenerale
La Banque Postale: banque postale; labanquepostale
Intesa Sanpaolo: intesa sanpaolo; intesasanpaolo
UniCredit: unicredit; unicredit
Nordea: nordea; nordea
Danske Bank: danske bank; danskebank
Swedbank: swedbank; swedbank
Sberbank: sberbank; sberbank sber
RBC: royal bank of canada, =rbc; rbc royalbank
TD Bank: td bank, td canada trust; td tdbank
Scotiabank: scotiabank; scotiabank
BMO: =bmo; bmo
Desjardins: desjardins; desjardins
Interac: interac; interac
Commonwealth Bank: commonwealth bank, commbank, netbank; commbank cba
ANZ: =anz; anz
Westpac: westpac; westpac
NAB: =nab; nab
Bradesco: bradesco; bradesco
Itaú: itau; itau itau-unibanco
Banco do Brasil: banco do brasil; bb bancobrasil
Caixa: caixa economica; caixa
Nubank: nubank; nubank
Serasa: serasa; serasa serasaexperian
Mercado Libre: mercado libre, mercadolibre, mercado pago, mercadopago, mercado livre; mercadolibre mercadopago mercadolivre
Livelo: livelo; livelo
SBI: state bank of india; sbi onlinesbi
HDFC: hdfc; hdfcbank hdfc
ICICI: icici; icicibank icici
Paytm: paytm; paytm
DBS: =dbs; dbs
Rakuten: rakuten; rakuten
JCB: =jcb; jcb
SMBC: smbc; smbc smbc-card vpass
MUFG: mufg; mufg
Aeon: =aeon; aeon aeoncard
Alibaba: alibaba, aliexpress, alipay; alibaba aliexpress alipay
Coinbase: coinbase; coinbase
Binance: binance; binance
MetaMask: metamask; metamask consensys
Trust Wallet: trust wallet, trustwallet; trustwallet
Ledger: ledger live, =ledger; ledger
Trezor: trezor; trezor satoshilabs
Kraken: =kraken; kraken
Blockchain.com: blockchain com, blockchain wallet; blockchain
OpenSea: opensea; opensea
Spotify: spotify; spotify
Disney: disney plus, disneyplus; disney disneyplus
Steam: =steam; steampowered steamcommunity valvesoftware
Roblox: roblox; roblox
eBay: ebay; ebay ebaystatic ebayimg
Walmart: walmart; walmart
Costco: costco; costco
Best Buy: best buy, geek squad, geeksquad; bestbuy geeksquad
Home Depot: home depot; homedepot
Norton: norton, lifelock; norton nortonlifelock lifelock gendigital
McAfee: mcafee; mcafee
Booking.com: booking com; booking
Airbnb: airbnb; airbnb
Uber: =uber; uber
Verizon: verizon; verizon verizonwireless
AT&T: at t; att
Xfinity: xfinity, comcast; xfinity comcast
T-Mobile: t mobile; t-mobile telekom
Telekom: telekom; telekom telekom-dienste t-online
Vodafone: vodafone; vodafone
1&1: 1 1 ionos, ionos; ionos 1und1 ui-portal
Strato: strato; strato
OVH: ovh, ovhcloud; ovh ovhcloud
Orange: =orange; orange
IRS: internal revenue service, =irs; irs
HMRC: hmrc; hmrc service
Ameli: ameli, assurance maladie; ameli
Impots: impots, impots gouv; impots gouv
Zimbra: zimbra; zimbra synacor`;

/** What brands put after their names. */
const ADDED: ReadonlySet<string> = new Set(
  'account accounts alert alerts app bank banking billing business canada card care cloud com customer delivery express group helpdesk id inc income info invoice mail member message messages notification notifications online order orders package parcel pay payment payments prime reward rewards secure security service services shipping shop store support team tracking uk update us usa verification wallet webmail workplace'.split(
    ' ',
  ),
);

interface Writing {
  readonly brand: Brand;
  readonly words: readonly string[];
  readonly isOrdinary: boolean;
}

const writings: readonly Writing[] = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [, name = '', names = '', labels = ''] = /^([^:]+): ([^;]+); (.+)$/.exec(line) ?? [];
    const brand: Brand = { name, labels: labels.split(' ') };
    return names.split(', ').map((one) => ({ brand, words: one.replace('=', '').split(' '), isOrdinary: one.startsWith('=') }));
  });

const byFirstWord = grouped(writings.map((writing) => [writing.words[0] ?? '', writing]));

/** Names of one word that are no ordinary ones. */
const plainNames: readonly Writing[] = writings.filter(({ words, isOrdinary }) => words.length === 1 && !isOrdinary);

/** As they look, of five letters and more: shorter ones look like too many. */
const byLook: ReadonlyMap<string, Brand> = new Map(
  plainNames.filter(({ words: [word = ''] }) => word.length > 4).map(({ words: [word = ''], brand }) => [skeleton(word), brand]),
);

/** Countries' and the old general suffixes; a brand's own name under any other is somebody else's. */
const OWN_SUFFIX = /\.(com|net|org|us|info|mail|gov|[a-z]{2}|(com?|org|net|gov|gouv)\.[a-z]{2})$/;
/** Of these anybody had names for nothing. */
const GIVEN_AWAY = /\.(tk|ml|ga|cf|gq|pw|cc|ws)$/;

const LONGEST_NAME = 100;
/** Of a text: who it pretends to come from is said early. */
const LONGEST_TEXT = 8 * 1024;

/** The brand a name shows, whoever it belongs to. */
export const brandIn = (name: string): Brand | undefined => brandsIn(name.slice(0, LONGEST_NAME), true)[0];

/** Brands a text names, in their order; an ordinary word counts alone only where it is a whole name. */
export function brandsIn(text: string, isName = false): readonly Brand[] {
  const words = wordsOf(text.slice(0, LONGEST_TEXT));
  const found = new Set<Brand>();
  for (const [at, word] of words.entries()) {
    for (const writing of byFirstWord.get(word) ?? []) if (isWritten(writing, words, at, isName)) found.add(writing.brand);
  }
  return [...found];
}

function isWritten({ words, isOrdinary }: Writing, text: readonly string[], at: number, isName: boolean): boolean {
  const end = at + words.length;
  if (!words.every((word, index) => word === text[at + index])) return false;
  if (!isOrdinary) return true;
  const next = text[end];
  return next === undefined ? isName && at === 0 : ADDED.has(next);
}

/** A brand whose name stands there in letters that only look like it. */
export function disguisedBrandIn(name: string): Brand | undefined {
  const words =
    name
      .slice(0, LONGEST_NAME)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const disguised = words.find((word) => !byFirstWord.has(wordsOf(word)[0] ?? '') && byLook.has(skeleton(word)));
  return disguised === undefined ? undefined : byLook.get(skeleton(disguised));
}

/** Small letters without accents, nothing that cannot be seen. */
const wordsOf = (text: string): readonly string[] =>
  ASCII.test(text)
    ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    : (text
        .normalize('NFKD')
        .replaceAll(/[\p{Cf}\p{M}]/gu, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []);

const ASCII = /^[\0-\x7f]*$/;

/** Whether a domain is one of its own, by the word it is registered under. */
export function isOf({ labels }: Brand, domain: string): boolean {
  const suffix = domain.slice(domain.lastIndexOf('.') + 1);
  if (labels.includes(suffix)) return true;
  return OWN_SUFFIX.test(domain) && !GIVEN_AWAY.test(domain) && labels.includes(registeredLabel(domain) ?? '');
}

const byLabel = grouped(
  [...new Set(writings.map(({ brand }) => brand))].flatMap((brand) => brand.labels.map((label) => [label, brand] as const)),
);

/** Whose own domain it is, if any brand's. */
export const brandOf = (domain: string): Brand | undefined =>
  (byLabel.get(registeredLabel(domain) ?? '') ?? []).find((brand) => isOf(brand, domain));

/** Brands' main domains, to be imitated. */
export const brandDomains: KnownDomains = knownDomains(
  plainNames.flatMap(({ words: [word = ''], brand }) => (word.length > 4 && brand.labels.includes(word) ? `${word}.com` : [])),
);

/** A brand whose name stands in a host that is none of its own: `paypal.contoso.test`, `secure-paypal-login.test`. */
export function brandInHost(host: string): Brand | undefined {
  if (brandOf(host) !== undefined) return undefined;
  const words = host.slice(0, LONGEST_HOST).split(/[.-]/).slice(0, -1);
  return plainNames.find(({ words: [name = ''] }) =>
    words.some((word) => word === name || (name.length > 5 && word.includes(name))),
  )?.brand;
}

const LONGEST_HOST = 253;

function grouped<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
