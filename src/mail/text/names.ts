// Names of people and organisations, by the form of what stands around them: titles, greetings, closings, legal forms.
//
// Blind to: names in running text without such a form, and names in letters without capitals.

const NAME = String.raw`\p{Lu}[\p{Ll}'’-]{1,20}(?: (?:(?:von|van|der|de|da|di|del|la|le) )?\p{Lu}[\p{L}'’-]{1,20}){0,2}`;
const FULL_NAME = String.raw`\p{Lu}[\p{Ll}'’-]{1,20}(?: \p{Lu}\.)?(?: (?:(?:von|van|der|de|da|di|del|la|le) )?\p{Lu}[\p{L}'’-]{1,20}){1,2}`;
const TITLED = new RegExp(
  `(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam|Herrn?|Frau|M|Mme|Mlle|Sr|Sra|Srta|Sig|Sig\\.ra|Dott|Dhr|Mevr|Mw)\\.? (${NAME})`,
  'gu',
);
const GREETED = new RegExp(
  `^[ \\t>]{0,4}(?:Dear|Hi|Hello|Hey|Hallo|Liebe[rs]?|Bonjour|Cher|Chère|Hola|Estimad[oa]|Querid[oa]|Ciao|Caro|Cara|Gentile|Olá|Oi|Prezad[oa]|Beste) (${NAME})[ ]?[,:!\\n-]`,
  'gmu',
);
const CLOSED = new RegExp(
  `(?:regards|sincerely|cheers|thanks|thank you|best|yours|grüßen|grüsse|grüße|gruß|cordialement|salutations|saludos|atentamente|saluti|atenciosamente|abraços|groeten|groet)[ ,.!]{0,3}\\n{1,3}[ \\t-]{0,4}(${FULL_NAME})[ \\t]{0,4}(?=[,\\n]|$)`,
  'giu',
);
const LEGAL = String.raw`Ltd|Limited|Inc|LLC|LLP|PLC|plc|Corp|Corporation|GmbH|AG|KG|OHG|SE|SARL|SAS|S\.A\.S|S\.A\.R\.L|SA|S\.A|S\.L|SL|S\.r\.l|Srl|SRL|SpA|S\.p\.A|B\.V|BV|N\.V|NV|Ltda|LTDA|Oy|AB|ApS|Pty|K\.K`;
const LEGAL_FORM = new RegExp(`(?<=[ ,])(?:${LEGAL})(?![A-Za-z\\d])`, 'g');
/** Words with capitals that end where the legal form begins. */
const BEFORE_FORM = /(?:^|[^\p{L}\d])((?:\p{Lu}[\p{L}\d&'’-]{0,24}(?:,? (?:& |und |and |et |y |e )?|, )){1,5})$/u;
/** In characters. */
const LONGEST_NAME = 100;

/** Words that greetings hold where a name would stand. */
const NOBODY =
  /^(?:Sir|Madam|Customer|User|Client|Member|All|Team|Friend|Colleague|Account|Valued|Kunde|Kundin|Damen|Herren|Nutzer|Tous|Client|Clientes?|Cliente|Usu[aá]rio|Everyone|There|Folks|List)/u;

export function peopleOf(text: string): string[] {
  const all = [TITLED, GREETED, CLOSED].flatMap((form) =>
    [...text.matchAll(form)].map(({ 1: name = '', index }) => ({ index, name })),
  );
  return all
    .sort((a, b) => a.index - b.index)
    .map(({ name }) => name)
    .filter((name) => !NOBODY.test(name) && /^\p{Lu}/u.test(name));
}

/** Without the legal form. */
export function organisationsOf(text: string): string[] {
  const all = [...text.matchAll(LEGAL_FORM)].map(
    ({ index }) => BEFORE_FORM.exec(text.slice(Math.max(0, index - LONGEST_NAME), index))?.[1] ?? '',
  );
  return all.map((name) => name.replace(/[ ,]+$/u, '')).filter((name) => name.length >= 2);
}
