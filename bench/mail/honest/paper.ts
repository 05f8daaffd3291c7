// A body's small markup as plain text, and as HTML in the manners it is really made: tables for old Outlook, cards with a
// style sheet, bare paragraphs, what Outlook and webmail write, and pictures alone.

import type { Slots } from './slots.ts';

export type Layout = 'table' | 'cards' | 'simple' | 'word' | 'webmail' | 'pictures';

export interface Paper {
  readonly layout: Layout;
  readonly colour: string;
  /** Address of a picture, or `cid:…`. */
  readonly logo?: string;
  readonly title: string;
  readonly preheader?: string;
  readonly pixel?: string;
  /** Host of the sender's own pages. */
  readonly site: string;
  /** What a link becomes on its way. */
  readonly link: (address: string) => string;
}

type Block =
  | { readonly is: 'heading' | 'text' | 'small' | 'quote' | 'code' | 'rule'; readonly text: string }
  | { readonly is: 'button'; readonly label: string; readonly to: string }
  | { readonly is: 'list'; readonly entries: readonly string[] }
  | { readonly is: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly is: 'picture'; readonly alt: string; readonly from: string; readonly to?: string };

export const blocksOf = (body: string): Block[] => body.split(/\n{2,}/u).map((part) => blockOf(part.trim()));

function blockOf(part: string): Block {
  const lines = part.split('\n');
  const rest = (mark: string): string => lines.map((line) => line.replace(mark, '').trim()).join('\n');
  const picture = /^!\[([^\]]*)\]\(([^)]*)\)(?:\(([^)]*)\))?$/u.exec(part);
  if (picture) return { is: 'picture', alt: picture[1] ?? '', from: picture[2] ?? '', ...(picture[3] ? { to: picture[3] } : {}) };
  if (part.startsWith('=> ')) {
    const [label = '', to = ''] = part.slice(3).split(' | ');
    return { is: 'button', label, to };
  }
  if (part.startsWith('# ')) return { is: 'heading', text: rest('# ') };
  if (part.startsWith('~ ')) return { is: 'small', text: rest('~ ') };
  if (part.startsWith(':: ')) return { is: 'code', text: rest(':: ') };
  if (part.startsWith('>')) return { is: 'quote', text: rest('>') };
  if (part === '---') return { is: 'rule', text: '' };
  if (part.startsWith('- ')) return { is: 'list', entries: lines.map((line) => line.slice(2)) };
  if (part.startsWith('| ')) {
    return {
      is: 'table',
      rows: lines.map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    };
  }
  return { is: 'text', text: part };
}

const LINK = /\[([^\]]*)\]\(([^)\s]*)\)/gu;
/** Programs make links of addresses in a text. */
const BARE = /(^|[\s(])(https?:\/\/[^\s<)]+[^\s<).,;:!?])/gu;
const BOLD = /\*\*([^*]+)\*\*/gu;

const unlinked = (text: string, link: Paper['link']): string =>
  text
    .replace(LINK, (_, label: string, to: string) =>
      label === to || to.startsWith('mailto:') ? label : `${label} (${link(to)})`,
    )
    .replace(BOLD, '$1');

export function plainOf(body: string, link: Paper['link']): string {
  const said = (block: Block): string => {
    if (block.is === 'button') return `${block.label}: ${link(block.to)}`;
    if (block.is === 'list') return block.entries.map((entry) => ` * ${unlinked(entry, link)}`).join('\n');
    if (block.is === 'table') return block.rows.map((row) => row.map((cell) => unlinked(cell, link)).join('  ')).join('\n');
    if (block.is === 'picture') return block.to === undefined ? `[${block.alt}]` : `${block.alt}: ${link(block.to)}`;
    if (block.is === 'quote') return unlinked(block.text, link).replace(/^/gmu, '> ');
    if (block.is === 'rule') return '-- ';
    return unlinked(block.text, link);
  };
  return `${blocksOf(body).map(said).join('\n\n')}\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function htmlOf(body: string, paper: Paper, { dice, one, fill }: Slots): string {
  const { layout, colour } = paper;
  const [width, font, prefix] = [
    one([560, 600, 600, 640, 680]),
    one([
      'Arial, Helvetica, sans-serif',
      "'Segoe UI', Tahoma, sans-serif",
      "-apple-system, BlinkMacSystemFont, 'Helvetica Neue', sans-serif",
      'Verdana, Geneva, sans-serif',
    ]),
    one(['', 'em_', 'm', 'x-', 'c']),
  ];
  const isBare = layout === 'simple' || layout === 'word' || layout === 'webmail';
  const rich = (text: string): string =>
    escaped(text)
      .replace(LINK, (_, label: string, to: string) =>
        anchor(to, label, isBare ? '' : `color:${colour};text-decoration:underline`),
      )
      .replace(BARE, (_, before: string, to: string) => `${before}${anchor(to, to, '')}`)
      .replace(BOLD, '<strong>$1</strong>')
      .replaceAll('\n', layout === 'word' ? '<br>\r\n' : '<br />');
  const anchor = (to: string, inner: string, style: string): string =>
    `<a href="${escaped(paper.link(to.replaceAll('&amp;', '&')))}"${style === '' ? '' : ` style="${style}"`}${isBare ? '' : ' target="_blank"'}>${inner}</a>`;
  const styles: Readonly<Record<string, string>> = {
    heading: `margin:0 0 16px;font-family:${font};font-size:24px;line-height:32px;font-weight:700;color:#1d1d1f`,
    text: `margin:0 0 16px;font-family:${font};font-size:16px;line-height:24px;color:#333333`,
    small: `margin:0 0 12px;font-family:${font};font-size:12px;line-height:18px;color:#6b6b6b`,
    code: `margin:0 0 16px;font-family:${font};font-size:32px;letter-spacing:6px;font-weight:bold;color:#111111`,
    quote: `margin:0 0 16px 8px;padding-left:12px;border-left:2px solid #cccccc;font-family:${font};font-size:14px;color:#555555`,
  };
  const attributes = (of: string): string =>
    layout === 'word'
      ? ' class="MsoNormal"'
      : isBare
        ? ''
        : layout === 'cards'
          ? ` class="${prefix}${of}"`
          : ` style="${styles[of] ?? ''}"`;

  const tag = (block: Block): string => {
    switch (block.is) {
      case 'heading':
        return isBare
          ? `<p${attributes('heading')}><b>${rich(block.text)}</b></p>`
          : `<h1${attributes('heading')}>${rich(block.text)}</h1>`;
      case 'rule':
        return isBare ? '<p>-- </p>' : `<hr style="border:0;border-top:1px solid #e5e5e5;margin:24px 0" />`;
      case 'quote':
        return layout === 'webmail'
          ? `<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${rich(block.text)}</blockquote>`
          : `<blockquote${attributes('quote')}>${rich(block.text)}</blockquote>`;
      case 'list':
        return `<ul${isBare ? '' : ' style="padding-left:20px;margin:0 0 16px"'}>${block.entries.map((entry) => `<li${attributes('text')}>${rich(entry)}</li>`).join('')}</ul>`;
      case 'table':
        return `<table${isBare ? ' border="0"' : ' role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'}>${block.rows
          .map(
            (row) =>
              `<tr>${row.map((cell, at) => `<td${attributes('text')}${at > 0 ? ' align="right"' : ''}>${rich(cell)}</td>`).join('')}</tr>`,
          )
          .join('\r\n')}</table>`;
      case 'picture': {
        const image = `<img src="${escaped(block.from)}" alt="${escaped(block.alt)}" width="${layout === 'pictures' ? String(width) : '100%'}" border="0" style="display:block;max-width:100%;height:auto" />`;
        return block.to === undefined ? image : anchor(block.to, image, '');
      }
      case 'button':
        return isBare
          ? `<p${attributes('text')}>${anchor(block.to, escaped(block.label), '')}</p>`
          : button(block.label, paper.link(block.to), colour, font, dice());
      case 'text':
      case 'small':
      case 'code':
        return `<p${attributes(block.is)}>${rich(block.text)}</p>`;
    }
  };
  const inner = blocksOf(body).map(tag);
  const pixel =
    paper.pixel === undefined
      ? ''
      : `<img src="${escaped(paper.pixel)}" width="1" height="1" alt="" border="0" style="height:1px !important;width:1px !important;border-width:0 !important" />`;
  if (layout === 'webmail')
    return `<div dir="ltr">${inner
      .map((it) =>
        it
          .replace(/^<p>|<\/p>$/gu, '')
          .replace(/^/u, '<div>')
          .concat('</div><div><br></div>'),
      )
      .join('\r\n')}</div>${pixel}`;
  if (layout === 'simple' && dice() < 0.4)
    return `<html><body>${inner.map((it) => it.replace(/<\/p>$/u, '')).join('\r\n')}${pixel}`;
  if (layout === 'simple') return `<html><body>${inner.join('\r\n')}${pixel}</body></html>`;
  if (layout === 'word') return word(inner);

  const spare = dice() < 0.6 ? '&#847;&zwnj;&nbsp;'.repeat(Math.floor(20 + dice() * 80)) : '';
  const preheader =
    paper.preheader === undefined
      ? ''
      : `<div style="display:none;font-size:1px;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;mso-hide:all;">${escaped(paper.preheader)}${spare}</div>`;
  const logo =
    paper.logo === undefined
      ? ''
      : `<img src="${escaped(fill(paper.logo))}" alt="${escaped(paper.title)}" width="${one(['96', '120', '148', '180'])}" border="0" style="display:block;border:0;outline:none" />`;
  const sheet = `<style type="text/css">body{margin:0;padding:0;-webkit-text-size-adjust:100%}table,td{mso-table-lspace:0pt;mso-table-rspace:0pt;border-collapse:collapse}img{-ms-interpolation-mode:bicubic}a{text-decoration:none}${
    layout === 'cards'
      ? Object.entries(styles)
          .map(([of, style]) => `.${prefix}${of}{${style}}`)
          .join('')
      : ''
  }${RESETS.slice(0, Math.floor(dice() * (RESETS.length + 1))).join('')}@media only screen and (max-width:${String(width)}px){.${prefix}wrap{width:100%!important}.${prefix}hide{display:none!important}.${prefix}pad{padding:16px!important}}</style>`;
  const foot = footOf(paper, { dice, one, fill });
  const outlook =
    '<!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]-->';
  const head = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1.0" /><title>${dice() < 0.5 ? escaped(paper.title) : ''}</title>${outlook}${sheet}</head>`;
  const rows =
    layout === 'cards'
      ? `<div class="${prefix}wrap" style="max-width:${String(width)}px;margin:0 auto;background:#ffffff;padding:32px">${logo}${inner.join('\r\n')}</div>${foot}`
      : `<table role="presentation" align="center" width="${String(width)}" class="${prefix}wrap" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff"><tr><td class="${prefix}pad" style="padding:24px 32px 8px">${logo}</td></tr>${inner
          .map(
            (it) => `<tr><td class="${prefix}pad" style="padding:${layout === 'pictures' ? '0' : '0 32px 8px'}">${it}</td></tr>`,
          )
          .join('\r\n')}</table>${foot}`;
  return `${head}<body style="margin:0;padding:0;background-color:${one(['#f4f4f4', '#ffffff', '#f6f9fc', '#eeeeee'])}">${preheader}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">${rows}</td></tr></table>${pixel}</body></html>`;
}

function button(label: string, to: string, colour: string, font: string, dice: number): string {
  const [href, text] = [escaped(to), escaped(label)];
  const style = `display:inline-block;padding:12px 28px;background-color:${colour};color:#ffffff;font-family:${font};font-size:16px;font-weight:bold;text-decoration:none;border-radius:4px`;
  if (dice < 0.4) {
    return `<!--[if mso]><v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" href="${href}" style="height:44px;v-text-anchor:middle;width:220px" arcsize="9%" stroke="f" fillcolor="${colour}"><center style="color:#ffffff;font-size:16px">${text}</center></v:roundrect><![endif]--><!--[if !mso]><!--><a href="${href}" style="${style}" target="_blank">${text}</a><!--<![endif]-->`;
  }
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" bgcolor="${colour}" style="border-radius:4px"><a href="${href}" target="_blank" style="${style}">${text}</a></td></tr></table>`;
}

/** What designers' programs put at the head of every mail. */
const RESETS: readonly string[] = [
  '#outlook a{padding:0}.ReadMsgBody{width:100%}.ExternalClass{width:100%}.ExternalClass *{line-height:100%}',
  'a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important;font-size:inherit!important;font-family:inherit!important}',
  'u+#body a{color:inherit;text-decoration:none;font-size:inherit;font-family:inherit;font-weight:inherit;line-height:inherit}',
  ...[100, 90, 80, 75, 66, 60, 50, 45, 40, 33, 30, 25, 20, 10].map(
    (share) =>
      `.column-per-${String(share)}{width:${String(share)}%!important;max-width:${String(share)}%;vertical-align:top}.px-${String(share)}{padding-left:${String(share)}px!important}`,
  ),
  "@import url('https://fonts.googleapis.com/css2?family=Inter:wght@400;600&display=swap');",
];

/** Below the letter itself: pages of the sender, its other channels, a last line. By chance, as not everybody has them. */
function footOf({ site, link }: Paper, { dice, one, fill }: Pick<Slots, 'dice' | 'one' | 'fill'>): string {
  const row = (inner: string): string =>
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td height="${one(['8', '16', '24'])}" style="font-size:1px;line-height:1px">&nbsp;</td></tr><tr><td align="center">${inner}</td></tr></table>`;
  const cells = (all: readonly string[]): string =>
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${all.map((it) => `<td style="padding:0 8px">${it}</td>`).join('')}</tr></table>`;
  const to = (address: string, inner: string): string =>
    `<a href="${escaped(link(address))}" target="_blank" style="color:#777777;text-decoration:none">${inner}</a>`;
  const some = (share: number, inner: () => string): string => (dice() < share ? row(inner()) : '');
  const page = site.split('.').at(-2) ?? site;
  const icons = one([`https://${site}/mail/icons`, fill('https://{host:14}.cloudfront.net/icons')]);
  return [
    some(0.4, () =>
      cells(
        ['Help', 'Account', 'Stores', 'About us', 'Contact']
          .slice(0, 2 + Math.floor(dice() * 4))
          .map((it) => to(`https://${site}/${it.toLowerCase().replace(' ', '-')}`, it)),
      ),
    ),
    some(0.5, () =>
      cells(
        ['facebook.com', 'instagram.com', 'x.com', 'linkedin.com/company', 'youtube.com']
          .slice(0, 2 + Math.floor(dice() * 4))
          .map((it) =>
            to(
              `https://www.${it}/${page}`,
              `<img src="${icons}/${it.slice(0, it.indexOf('.'))}@2x.png" alt="${it.slice(0, it.indexOf('.'))}" width="24" height="24" border="0" style="display:block" />`,
            ),
          ),
      ),
    ),
    some(0.15, () =>
      cells([
        to(
          fill('https://apps.apple.com/app/id{digits:10}'),
          `<img src="${icons}/app-store.png" alt="App Store" width="120" border="0" />`,
        ),
        to(
          `https://play.google.com/store/apps/details?id=com.${page}.app`,
          `<img src="${icons}/google-play.png" alt="Google Play" width="120" border="0" />`,
        ),
      ]),
    ),
    some(
      0.4,
      () =>
        `<p style="font-family:Arial,sans-serif;font-size:11px;line-height:16px;color:#999999">${one(LAST_LINES)} ${to(`https://${site}/privacy`, one(['Privacy', 'Privacy policy', 'Data protection']))}</p>`,
    ),
  ].join('');
}

const LAST_LINES: readonly string[] = [
  'Was this mail forwarded to you? Subscribe on our website!',
  'Please think of the environment before you print this mail.',
  'We sent this to you as our customer.',
  'Add us to your address book so that our mail reaches you.',
  'All rights reserved. Registered office and register number are found on our website.',
];

const word = (inner: readonly string[]): string =>
  `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="Microsoft Word 15 (filtered medium)"><style><!--
/* Font Definitions */
@font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;} @font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}
p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif; mso-fareast-language:EN-US;}
a:link, span.MsoHyperlink {mso-style-priority:99; color:#0563C1; text-decoration:underline;} .MsoChpDefault {mso-style-type:export-only;}
@page WordSection1 {size:612.0pt 792.0pt; margin:72.0pt 72.0pt 72.0pt 72.0pt;} div.WordSection1 {page:WordSection1;}
--></style></head><body lang="EN-GB" link="#0563C1" vlink="#954F72" style="word-wrap:break-word"><div class="WordSection1">${inner.join('\r\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\r\n')}</div></body></html>`;
